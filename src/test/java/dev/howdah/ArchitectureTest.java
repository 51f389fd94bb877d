package dev.howdah;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house is built as docs/adr says, and each rule is seen to fail on a house built wrong. */
class ArchitectureTest {
    private static final String OURS = "dev.howdah";
    private static final String WRONG = "dev.howdah.wronghouse";

    private static final JavaClasses PROGRAM =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(OURS);
    private static final JavaClasses WRONG_HOUSE = new ClassFileImporter().importPackages(WRONG);

    @TestFactory
    Stream<DynamicTest> theProgramObeys() {
        return new HouseRules(OURS)
                .all().entrySet().stream()
                        .map(rule ->
                                DynamicTest.dynamicTest(
                                        rule.getKey(), () -> rule.getValue().check(PROGRAM)));
    }

    @TestFactory
    Stream<DynamicTest> theWrongHouseBreaks() {
        return new HouseRules(WRONG)
                .all().entrySet().stream()
                        .map(rule ->
                                DynamicTest.dynamicTest(
                                        rule.getKey(),
                                        () ->
                                                assertThrows(
                                                        AssertionError.class,
                                                        () -> rule.getValue().check(WRONG_HOUSE))));
    }

    @Test
    void everyPackageIsNullMarked() throws ClassNotFoundException {
        Set<String> packages = new TreeSet<>();
        PROGRAM.forEach(type -> packages.add(type.getPackageName()));
        assertTrue(packages.size() > 5);
        List<String> unmarked =
                packages.stream()
                        .filter(name -> !PROGRAM.getPackage(name).isAnnotatedWith(NullMarked.class))
                        .toList();
        assertEquals(List.of(), unmarked);
    }
}
