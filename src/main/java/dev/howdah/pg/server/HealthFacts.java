package dev.howdah.pg.server;

import java.util.List;

/**
 * What a server's configuration says about its safety.
 *
 * @param superuserLogins roles that are superuser and may log in
 * @param unsafeSettings parameters that risk data or let it rot, with their dangerous value
 * @param pendingRestart parameters that were changed and wait for a restart
 */
public record HealthFacts(
        int versionNum,
        long superuserLogins,
        List<UnsafeSettingRow> unsafeSettings,
        List<String> pendingRestart) {

    public HealthFacts {
        unsafeSettings = List.copyOf(unsafeSettings);
        pendingRestart = List.copyOf(pendingRestart);
    }

    /**
     * One parameter.
     *
     * @param losesData whether a crash can cost data (fsync, full_page_writes), not only speed
     */
    public record UnsafeSettingRow(String name, String value, boolean losesData) {}
}
