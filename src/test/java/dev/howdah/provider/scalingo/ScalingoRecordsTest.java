package dev.howdah.provider.scalingo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.provider.Provider;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScalingoRecordsTest {
    @TempDir private Path folder;

    private ScalingoStages stages;

    @BeforeEach
    void start() throws Exception {
        stages = new ScalingoStages(folder);
    }

    @AfterEach
    void stop() {
        stages.close();
    }

    @Test
    void tellsTheEndOfALogOfLongLines() throws Exception {
        BehindTheFake talkative =
                new BehindTheFake() {
                    @Override
                    public String log(int lines) {
                        return IntStream.rangeClosed(1, 90)
                                .mapToObj(line -> "x".repeat(100_000) + "\n" + line + "\n")
                                .collect(Collectors.joining());
                    }
                };
        try (ScalingoStage stage = new ScalingoStage(false, false, ScalingoStage.NOON, talkative)) {
            assertEquals("90", stage.provider(stages.log()).log(3).getLast());
        }
    }

    @Test
    void takesOnlyAFileThatIsNotThereForNoLogYet() throws Exception {
        BehindTheFake refusing =
                new BehindTheFake() {
                    @Override
                    public String log(int lines) throws ProblemException {
                        throw new ProblemException(
                                Problem.of(Problem.Kind.BAD_INPUT, "No such number.", ""));
                    }
                };
        try (ScalingoStage stage = new ScalingoStage(false, false, ScalingoStage.NOON, refusing)) {
            Provider provider = stage.provider(stages.log());
            assertEquals(
                    "Scalingo can't do this as it was asked. It said: No such number.",
                    assertThrows(ProblemException.class, () -> provider.log(3))
                            .problem()
                            .sentence());

            stage.scalingo.weather(asked -> {
                if (asked.uri().getPath().startsWith("/files/")) {
                    stage.scalingo.databases.clear();
                }
                return FakeScalingo.Trouble.NONE;
            });
            assertEquals(List.of(), provider.log(3));
        }
    }

    @Test
    void looksForEventsOfTheDatabaseBehindManyOfItsApp() throws Exception {
        Provider provider = stages.shared(false);
        stages.stage().database.deploys = 150;

        assertEquals(
                List.of("The plan was changed."),
                provider.events(10).stream().map(event -> event.sentence()).toList());
        stages.stage().database.deploys = 5_000;
        assertEquals(List.of(), provider.events(10), "not without end");
    }
}
