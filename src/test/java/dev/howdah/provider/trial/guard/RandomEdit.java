package dev.howdah.provider.trial.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Change;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.allowlist.AllowlistDifference;
import dev.howdah.provider.allowlist.LockOut;
import dev.howdah.provider.trial.Trial;
import dev.howdah.provider.trial.TrialState.End;
import dev.howdah.provider.trial.TrialState.Ended;
import dev.howdah.provider.trial.folder.TrialFolder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * One edit of an allowlist by a person who cares little, on a day on which much goes wrong; the
 * seed decides all of it. Afterwards this desktop is let in, and the list is the old or the new.
 */
final class RandomEdit {
    private static final List<String> RANGES =
            List.of(
                    "192.0.2.0/24",
                    "192.0.2.64/26",
                    "192.0.2.0/26",
                    "192.0.2.77",
                    "192.0.0.0/16",
                    "0.0.0.0/0",
                    "10.0.0.0/8",
                    "203.0.113.0/24",
                    "198.51.100.7");
    private static final List<String> LABELS = List.of("", "office", "vpn");

    /** Longer than any trial, and any way back once the weather is fair, can last. */
    private static final int MAX_ROUNDS = 300;

    private final TrialStage stage;
    private final int seed;
    private final Random random;
    private final boolean wantsToKeep;

    /** How an edit went. */
    enum Fate {
        NO_EDIT,
        REFUSED,
        KEPT,
        WENT_BACK,
        NEVER_HELD
    }

    RandomEdit(TrialStage stage, int seed) {
        this.stage = stage;
        this.seed = seed;
        this.random = new Random(seed);
        this.wantsToKeep = random.nextBoolean();
    }

    Fate play() throws Exception {
        Allowlist seen = stage.provider().allowlist();
        List<AllowRule> wanted = wanted(seen);
        if (AllowlistDifference.between(seen.rules(), wanted, true).isNone()) {
            return Fate.NO_EDIT;
        }
        LockOut judged = LockOut.judge(List.of(TrialStage.cidr(TrialStage.OWN)), seen, wanted);
        boolean insists = random.nextBoolean();
        if (judged.verdict().isRefusal() && !insists) {
            return Fate.REFUSED;
        }
        if (judged.verdict() == LockOut.Verdict.STAYS_IN) {
            assertTrue(Allowlist.admits(wanted, TrialStage.cidr(TrialStage.OWN)), what());
        }
        stage.told.clear();
        boolean died = send(wanted);
        if (died || random.nextInt(6) == 0) {
            stage.die(mortalOrNot());
        }
        live();
        stage.scalingo.calm();
        // a console that was to die some time later is started anew, and lives
        stage.die(new FileOperationLog(stage.folder));
        settle();
        return checked(seen, wanted);
    }

    private List<AllowRule> wanted(Allowlist seen) {
        List<AllowRule> wanted = new ArrayList<>(seen.rules());
        wanted.removeIf(_ -> random.nextInt(3) == 0);
        for (int i = random.nextInt(4); i > 0; i--) {
            AllowRule rule =
                    random.nextInt(8) == 0 && !seen.managed().isEmpty()
                            ? new AllowRule(Optional.empty(), seen.managed().getFirst(), "")
                            : AllowRule.of(
                                    TrialStage.cidr(RANGES.get(random.nextInt(RANGES.size()))),
                                    LABELS.get(random.nextInt(LABELS.size())));
            if (wanted.stream().noneMatch(rule::saysTheSameAs)) {
                wanted.add(rule);
            }
        }
        return wanted;
    }

    private boolean send(List<AllowRule> wanted) throws Exception {
        if (random.nextInt(4) == 0) {
            stage.die(mortal(random.nextInt(3)));
        }
        Change change = stage.change(wanted);
        worsen();
        try {
            stage.run(change);
        } catch (ProblemException _) {
            // what matters is what is in effect when the weather is fair again
        } catch (MortalLog.Killed _) {
            return true;
        }
        return false;
    }

    private void worsen() {
        switch (random.nextInt(6)) {
            case 0 -> stage.scalingo.weather().shortStorm(seed);
            case 1 -> stage.scalingo.weather().cutOffAfterWrites(random.nextInt(4));
            case 2 -> stage.scalingo.loseNextReply();
            default -> {
                // a fair day
            }
        }
    }

    private MortalLog mortal(int writes) {
        return new MortalLog(new FileOperationLog(stage.folder), writes, random.nextBoolean());
    }

    private dev.howdah.core.change.OperationLog mortalOrNot() {
        return random.nextBoolean()
                ? mortal(random.nextInt(3))
                : new FileOperationLog(stage.folder);
    }

    /** Some minutes in which the console ticks, dies and starts again as it happens. */
    private void live() throws Exception {
        for (int i = random.nextInt(12); i > 0; i--) {
            if (wantsToKeep) {
                stage.guard().keep();
            } else if (random.nextInt(8) == 0) {
                stage.guard().takeBack();
            }
            try {
                stage.after(Duration.ofSeconds(random.nextInt(40)));
            } catch (ProblemException _) {
                // the weather
            } catch (MortalLog.Killed _) {
                stage.die(mortalOrNot());
            }
        }
    }

    private void settle() throws Exception {
        for (int i = 0; i < MAX_ROUNDS && !onDisk().isEmpty(); i++) {
            if (wantsToKeep) {
                stage.guard().keep();
            }
            stage.after(Duration.ofSeconds(20));
        }
    }

    private List<Trial> onDisk() throws ProblemException {
        return new TrialFolder(stage.folder).unfinished();
    }

    private Fate checked(Allowlist before, List<AllowRule> wanted) throws Exception {
        assertEquals(List.of(), onDisk(), what());
        assertTrue(stage.isLetIn(), what() + " locked out by " + stage.scalingo.allowed());
        Optional<End> end =
                stage.told.stream()
                        .filter(Ended.class::isInstance)
                        .map(told -> ((Ended) told).end())
                        .reduce((_, last) -> last);
        List<AllowRule> now = stage.provider().allowlist().rules();
        List<AllowRule> expected = end.equals(Optional.of(End.KEPT)) ? wanted : before.rules();
        assertTrue(
                AllowlistDifference.between(now, expected, true).isNone(),
                what() + " " + end + " " + now + " instead of " + expected);
        return end.map(ended ->
                        switch (ended) {
                            case KEPT -> Fate.KEPT;
                            case WENT_BACK -> Fate.WENT_BACK;
                            case NEVER_HELD -> Fate.NEVER_HELD;
                        })
                .orElse(Fate.NEVER_HELD);
    }

    private String what() {
        return "seed " + seed;
    }
}
