package dev.howdah.pg.settings;

import dev.howdah.pg.settings.ExtensionsSnapshot.Extension;
import dev.howdah.pg.settings.ExtensionsSnapshot.Installed;
import dev.howdah.pg.settings.SettingsSnapshot.Change;
import dev.howdah.pg.settings.SettingsSnapshot.FilePlace;
import dev.howdah.pg.settings.SettingsSnapshot.Origin;
import dev.howdah.pg.settings.SettingsSnapshot.Range;
import dev.howdah.pg.settings.SettingsSnapshot.Setting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parameters and extensions made up for tests. */
public final class SomeSettings {
    public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private SomeSettings() {}

    /** A whole number at its default, changed by SET. */
    public static Setting number(String name, String value, String unit, String category) {
        SettingValue both = SettingValue.of(value, unit);
        return new Setting(
                name,
                both,
                both,
                new Range(
                        "integer",
                        Optional.of(SettingValue.of("0", unit)),
                        Optional.of(SettingValue.of("2147483647", unit)),
                        List.of()),
                category,
                "Explains " + name + ".",
                Change.ANY_TIME,
                Origin.DEFAULT,
                Optional.empty(),
                false);
    }

    public static Setting choice(String name, String value, String... choices) {
        SettingValue both = SettingValue.of(value, "");
        return new Setting(
                name,
                both,
                both,
                new Range("enum", Optional.empty(), Optional.empty(), List.of(choices)),
                "Write-Ahead Log / Settings",
                "Explains " + name + ".",
                Change.RESTART,
                Origin.DEFAULT,
                Optional.empty(),
                false);
    }

    /** As set in postgresql.conf, needing a restart to change. */
    public static Setting configured(Setting setting, String value) {
        return new Setting(
                setting.name(),
                SettingValue.of(value, setting.value().unit()),
                setting.bootValue(),
                setting.range(),
                setting.category(),
                setting.explanation(),
                Change.RESTART,
                Origin.CONFIGURATION_FILE,
                Optional.of(new FilePlace("/etc/postgresql/18/main/postgresql.conf", 127)),
                false);
    }

    public static Setting pending(Setting setting) {
        return new Setting(
                setting.name(),
                setting.value(),
                setting.bootValue(),
                setting.range(),
                setting.category(),
                setting.explanation(),
                setting.change(),
                setting.origin(),
                setting.file(),
                true);
    }

    public static Setting setIn(Setting setting, Origin origin, String value) {
        return new Setting(
                setting.name(),
                SettingValue.of(value, setting.value().unit()),
                setting.bootValue(),
                setting.range(),
                setting.category(),
                setting.explanation(),
                setting.change(),
                origin,
                Optional.empty(),
                setting.pendingRestart());
    }

    public static SettingsSnapshot snapshot(Setting... settings) {
        return new SettingsSnapshot(List.of(settings), false);
    }

    /** As a server of a small company has them. */
    public static SettingsSnapshot company() {
        String memory = "Resource Usage / Memory";
        String statement = "Client Connection Defaults / Statement Behavior";
        List<Setting> all = new ArrayList<>();
        all.add(number("autovacuum_max_workers", "3", "", "Vacuuming / Automatic Vacuuming"));
        all.add(
                setIn(
                        number("client_min_messages", "notice", "", statement),
                        Origin.THIS_CONSOLE,
                        "warning"));
        all.add(number("effective_cache_size", "524288", "8kB", "Query Tuning / Planner Cost"));
        all.add(number("idle_in_transaction_session_timeout", "0", "ms", statement));
        all.add(setIn(number("lock_timeout", "0", "ms", statement), Origin.CONFIGURATION, "2000"));
        all.add(configured(number("maintenance_work_mem", "65536", "kB", memory), "524288"));
        all.add(
                pending(
                        configured(
                                number(
                                        "max_connections",
                                        "100",
                                        "",
                                        "Connections and Authentication / Connection Settings"),
                                "200")));
        all.add(number("max_wal_size", "1024", "MB", "Write-Ahead Log / Checkpoints"));
        all.add(
                setIn(
                        number("search_path", "\"$user\", public", "", statement),
                        Origin.ROLE,
                        "shop, public"));
        all.add(configured(number("shared_buffers", "16384", "8kB", memory), "131072"));
        all.add(number("statement_timeout", "0", "ms", statement));
        all.add(choice("wal_level", "replica", "minimal", "replica", "logical"));
        all.add(number("work_mem", "4096", "kB", memory));
        return new SettingsSnapshot(all, true);
    }

    public static Extension installed(String name, String version, String defaultVersion) {
        return new Extension(
                name,
                Optional.of(new Installed(version, "public")),
                Optional.of(defaultVersion),
                !version.equals(defaultVersion),
                "describes " + name);
    }

    public static Extension available(String name, String defaultVersion) {
        return new Extension(
                name, Optional.empty(), Optional.of(defaultVersion), false, "describes " + name);
    }

    public static Extension withoutFiles(String name, String version) {
        return new Extension(
                name, Optional.of(new Installed(version, "public")), Optional.empty(), false, "");
    }

    public static ExtensionsSnapshot extensions(Extension... extensions) {
        return new ExtensionsSnapshot("shop", List.of(extensions));
    }
}
