package dev.howdah;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rules of the house, for the packages under one root: the program's own, or a small wrong
 * house that is built to see each rule fail.
 */
final class HouseRules {
    private static final String[] JDBC = {
        "java.sql..", "javax.sql..", "org.postgresql..", "com.zaxxer.."
    };
    private static final String[] NODES = {
        "javafx.scene..", "javafx.stage..", "javafx.fxml..", "javafx.application.."
    };

    private final String root;

    HouseRules(String root) {
        this.root = root;
    }

    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("no package is in a cycle", noCycles());
        floors(rules);
        rules.put("tabs do not know each other", tabsApart());
        rules.put("subjects do not know each other", apart("pg"));
        rules.put("providers do not know each other", providersApart());
        rules.put(
                "the panels of Advanced Settings do not know each other",
                apart("ui.settings", "asking"));
        rules.put("a divided room's rooms know only those below them", roomsKeepTheirOrder());
        rules.put("a divided room's rooms are all in its order", everyRoomHasItsPlace());
        rules.put("JDBC stays in pg and lab", onlyIn(JDBC, "pg..", "lab.."));
        rules.put("JavaFX stays in ui and app", onlyIn(new String[] {"javafx.."}, "ui..", "app.."));
        rules.put(
                "HTTP is sent by provider.http only",
                onlyIn(new String[] {"java.net.http.."}, "provider.http.."));
        rules.put(
                "JSON stays beside the files and wires it is for",
                onlyIn(
                        new String[] {"tools.jackson.."},
                        "profile..",
                        "journal..",
                        "history..",
                        "provider.http..",
                        "ui.table",
                        "app.."));
        rules.put("view-models know no nodes", viewModelsKnowNoNodes());
        rules.put("controllers know no queries", controllersKnowNoQueries());
        rules.put("snapshots, facts and rows are records", answersAreRecords());
        rules.put("health never reads", healthNeverReads());
        rules.put("names say what a type is", noEmptyNames());
        rules.put("no page of foreign markup, no serialised objects", nothingForeignRuns());
        return rules;
    }

    /** Who may know whom; a package that is not listed here may know everybody. */
    private void floors(Map<String, ArchRule> rules) {
        rules.put("core knows nobody", knowsOnly("core"));
        rules.put("pg knows core", knowsOnly("pg", "core"));
        rules.put("subjects know pg and core", knowsOnly("pg.*..", "pg..", "core"));
        rules.put("lab knows core", knowsOnly("lab..", "lab..", "core"));
        rules.put("profile knows pg and core", knowsOnly("profile", "pg", "core"));
        rules.put("journal knows core", knowsOnly("journal", "core"));
        rules.put(
                "history knows what it keeps, and core",
                knowsOnly("history", "pg.proof", "pg.restore", "core"));
        rules.put("backup knows provider and core", knowsOnly("backup", "provider", "core"));
        rules.put("dump knows pg, backup and core", knowsOnly("dump", "pg", "backup", "core"));
        rules.put("refresh knows core", knowsOnly("refresh", "core"));
        rules.put(
                "health knows subjects, provider and core",
                knowsOnly("health", "pg..", "provider", "core"));
        rules.put(
                "session knows what is below",
                knowsOnly(
                        "session",
                        "profile",
                        "pg..",
                        "provider..",
                        "lab..",
                        "journal",
                        "history",
                        "refresh",
                        "core"));
        rules.put("ui knows core and refresh", knowsOnly("ui", "core", "refresh"));
        rules.put(
                "a tab knows ui and what is below, but neither lab nor an adapter",
                knowsOnly(
                        "ui.*..",
                        "ui..",
                        "session",
                        "profile",
                        "refresh",
                        "health",
                        "pg..",
                        "provider",
                        "backup",
                        "provider.trial",
                        "dump",
                        "journal",
                        "history",
                        "core"));
        rules.put("a trial knows providers", knowsOnly("provider.trial", "provider", "core"));
        rules.put(
                "nobody knows app",
                noClasses()
                        .that(resideInAnyPackage(in("..")))
                        .and(not(resideInAnyPackage(in("app.."))))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(in("app.."))));
    }

    /**
     * @param room a divided one stands for its rooms, here and among the friends
     */
    private ArchRule knowsOnly(String room, String... friends) {
        String[] allowed =
                Stream.concat(Stream.of(room), Stream.of(friends))
                        .flatMap(friend -> Rooms.in(friend).stream())
                        .map(this::in)
                        .toArray(String[]::new);
        DescribedPredicate<JavaClass> ours = resideInAnyPackage(in(".."));
        return noClasses()
                .that()
                .resideInAnyPackage(allIn(Rooms.in(room)))
                .should()
                .dependOnClassesThat(ours.and(not(resideInAnyPackage(allowed))))
                .allowEmptyShould(true);
    }

    private String in(String room) {
        return room.equals("..") ? root + ".." : root + "." + room;
    }

    private ArchRule noCycles() {
        return slices().assignedFrom(byPackage()).should().beFreeOfCycles();
    }

    /**
     * The rooms of a floor, each a slice with the rooms in it, must not see one another.
     *
     * @param shared rooms that everybody there may know
     */
    private ArchRule apart(String floor, String... shared) {
        String prefix = root + "." + floor + ".";
        return slices().assignedFrom(
                        slice(type ->
                                type.getPackageName().startsWith(prefix)
                                                && !List.of(shared).contains(firstOf(type, prefix))
                                        ? SliceIdentifier.of(firstOf(type, prefix))
                                        : SliceIdentifier.ignore()))
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true);
    }

    /** A tab knows what all of them are made of. */
    private ArchRule tabsApart() {
        return apart("ui", Rooms.namesIn("ui").toArray(String[]::new));
    }

    /** An adapter knows the words for all of them, and what sends. */
    private ArchRule providersApart() {
        List<String> shared = new ArrayList<>(Rooms.namesIn("provider"));
        shared.add("http");
        return apart("provider", shared.toArray(String[]::new));
    }

    private static String firstOf(JavaClass type, String prefix) {
        return type.getPackageName().substring(prefix.length()).split("\\.", 2)[0];
    }

    private ArchRule roomsKeepTheirOrder() {
        List<ArchRule> rules = new ArrayList<>();
        for (Rooms rooms : Rooms.ALL) {
            for (int place = 1; place < rooms.fromAboveToBelow().size(); place++) {
                rules.add(
                        noClasses()
                                .that()
                                .resideInAPackage(in(rooms.fromAboveToBelow().get(place)))
                                .should()
                                .dependOnClassesThat(resideInAnyPackage(allIn(rooms.above(place))))
                                .allowEmptyShould(true));
            }
        }
        return CompositeArchRule.of(rules);
    }

    private ArchRule everyRoomHasItsPlace() {
        return CompositeArchRule.of(
                Rooms.ALL.stream()
                        .map(rooms ->
                                classes()
                                        .that()
                                        .resideInAPackage(in(rooms.divided() + ".."))
                                        .and(not(resideInAnyPackage(allIn(rooms.beside()))))
                                        .should()
                                        .resideInAnyPackage(allIn(rooms.fromAboveToBelow())))
                        .map(rule -> rule.allowEmptyShould(true))
                        .toList());
    }

    private String[] allIn(List<String> rooms) {
        return rooms.stream().map(this::in).toArray(String[]::new);
    }

    private SliceAssignment byPackage() {
        return slice(type ->
                type.getPackageName().startsWith(root)
                        ? SliceIdentifier.of(type.getPackageName())
                        : SliceIdentifier.ignore());
    }

    private static SliceAssignment slice(
            java.util.function.Function<JavaClass, SliceIdentifier> identifier) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return identifier.apply(type);
            }

            @Override
            public String getDescription() {
                return "packages";
            }
        };
    }

    private ArchRule onlyIn(String[] library, String... rooms) {
        String[] allowed = Stream.of(rooms).map(this::in).toArray(String[]::new);
        return noClasses()
                .that(resideInAnyPackage(in("..")))
                .and(not(resideInAnyPackage(allowed)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .allowEmptyShould(true);
    }

    private ArchRule viewModelsKnowNoNodes() {
        return noClasses()
                .that(simpleNameEndingWith("ViewModel"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(NODES);
    }

    private ArchRule controllersKnowNoQueries() {
        return noClasses()
                .that(simpleNameEndingWith("Controller"))
                .should()
                .dependOnClassesThat(simpleNameEndingWith("Query"));
    }

    private ArchRule answersAreRecords() {
        return classes()
                .that(
                        simpleNameEndingWith("Snapshot")
                                .or(simpleNameEndingWith("Facts"))
                                .or(simpleNameEndingWith("Row")))
                .and()
                .resideInAPackage(root + ".pg..")
                .should()
                .beRecords();
    }

    private ArchRule healthNeverReads() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".health..")
                .should()
                .dependOnClassesThat(
                        simpleNameEndingWith("Query").or(simpleNameEndingWith("Reader")));
    }

    private ArchRule noEmptyNames() {
        return noClasses()
                .that(resideInAnyPackage(in("..")))
                .should()
                .haveNameMatching(
                        ".*\\.(Abstract|Base)[A-Z][A-Za-z]*"
                                + "|.*(Manager|Helper|Utils?|Impl|Service)");
    }

    private ArchRule nothingForeignRuns() {
        return noClasses()
                .that(resideInAnyPackage(in("..")))
                .should()
                .dependOnClassesThat()
                .haveNameMatching("javafx\\.scene\\.web\\..*|java\\.io\\.Object(In|Out)putStream")
                .orShould()
                .callMethodWhere(
                        target(owner(type(Runtime.class))).and(target(nameMatching("exec"))));
    }
}
