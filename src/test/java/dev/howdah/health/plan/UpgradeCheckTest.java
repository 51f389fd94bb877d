package dev.howdah.health.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.pg.server.UpgradeFacts;
import dev.howdah.pg.settings.ExtensionsSnapshot;
import dev.howdah.pg.settings.SomeSettings;
import dev.howdah.provider.plan.Interruption;
import dev.howdah.provider.plan.VersionOffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpgradeCheckTest {
    private static final UpgradeFacts CLEAN =
            new UpgradeFacts(13, "shop", 0, 0, 0, List.of(), List.of(), List.of(), List.of());

    private static final ExtensionsSnapshot TWO =
            SomeSettings.extensions(
                    SomeSettings.installed("hstore", "1.8", "1.8"),
                    SomeSettings.installed("postgis", "3.4", "3.4"),
                    SomeSettings.installed("plpgsql", "1.0", "1.0"),
                    SomeSettings.available("vector", "0.8.1"));

    @Test
    void warnsOfEverythingThatIsInTheWay() {
        UpgradeFacts facts =
                new UpgradeFacts(
                        13,
                        "shop",
                        2,
                        1,
                        2,
                        List.of("public.t.a"),
                        List.of("public.r.acl"),
                        List.of("operator !"),
                        List.of("old_snapshot_threshold", "stats_temp_directory"));

        assertEquals(
                List.of(
                        "WARNS Test it first.",
                        "WARNS 1 installed extension does not come with 16.2: postgis.",
                        "WARNS 1 prepared transaction is open; pg_upgrade refuses until it is"
                                + " committed or rolled back.",
                        "WARNS 2 logical replication slots will be lost: before 17 none survives a"
                                + " major upgrade.",
                        "WARNS 1 column holds oids that do not survive pg_upgrade: public.t.a.",
                        "WARNS 1 column has the type aclitem, the format of which changes with 16:"
                                + " public.r.acl.",
                        "WARNS 1 object is no longer possible from 14 on: operator !.",
                        "WARNS 1 parameter is set that the new version no longer has:"
                                + " stats_temp_directory.",
                        "UNKNOWN 2 other databases were not looked at; this is about shop."),
                said(
                        UpgradeCheck.of(
                                offer(
                                        "16.2",
                                        true,
                                        List.of("hstore 1.8", "vector"),
                                        "Test it first."),
                                Optional.of(facts),
                                Optional.of(TWO))));
    }

    @Test
    void saysWhatWasLookedForAndNotFound() {
        assertEquals(
                List.of(
                        "FINE All 2 installed extensions come with 16.2.",
                        "FINE Nothing in shop is known to be in the way: no prepared transactions,"
                                + " logical slots, or columns that can't be carried over."),
                said(
                        UpgradeCheck.of(
                                offer("16.2", true, List.of("hstore", "postgis"), ""),
                                Optional.of(CLEAN),
                                Optional.of(TWO))));
        assertEquals(
                List.of(
                        "FINE A minor version changes no data format, so objects and extensions"
                                + " stay as they are."),
                said(
                        UpgradeCheck.of(
                                offer("13.9", false, List.of(), ""),
                                Optional.empty(),
                                Optional.empty())));
    }

    @Test
    void neverCallsFineWhatNobodyLookedAt() {
        assertEquals(
                List.of(
                        "UNKNOWN The extensions could not be read, so they were not checked.",
                        "UNKNOWN The database could not be looked at, so nothing in it was"
                                + " checked."),
                said(
                        UpgradeCheck.of(
                                offer("16.2", true, List.of(), ""),
                                Optional.empty(),
                                Optional.empty())));
        assertEquals(
                "UNKNOWN 2 extensions are installed (hstore, postgis); which ones the new version"
                        + " brings is not told.",
                said(UpgradeCheck.of(
                                offer("16.2", true, List.of(), ""),
                                Optional.of(CLEAN),
                                Optional.of(TWO)))
                        .getFirst());
    }

    private static List<String> said(List<UpgradeCheck> checks) {
        return checks.stream().map(each -> each.result() + " " + each.sentence()).toList();
    }

    private static VersionOffer offer(
            String text, boolean major, List<String> extensions, String warning) {
        return new VersionOffer(
                "v",
                text,
                major,
                new Interruption(Duration.ZERO, Optional.empty(), "It stands still."),
                extensions,
                Optional.of(warning).filter(words -> !words.isEmpty()));
    }
}
