package dev.howdah.health.plan;

import dev.howdah.core.Texts;
import dev.howdah.pg.server.UpgradeFacts;
import dev.howdah.pg.settings.ExtensionsSnapshot;
import dev.howdah.pg.settings.ExtensionsSnapshot.Extension;
import dev.howdah.provider.plan.VersionOffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One thing that an upgrade would meet, or that was looked for and not found. What could not be
 * looked at is UNKNOWN and never FINE.
 *
 * @param sentence names what was found and how much of it
 */
public record UpgradeCheck(Result result, String sentence) {
    private static final Texts TEXTS = Texts.of(UpgradeCheck.class);
    private static final Pattern MAJOR = Pattern.compile("^\\D*(\\d+)");

    /** Always there, whatever a provider lists. */
    private static final Set<String> BUILT_IN = Set.of("plpgsql");

    /** Which major version no longer has a parameter. Source: the release notes. */
    private static final Map<String, Integer> GONE_IN =
            Map.of(
                    "operator_precedence_warning", 14,
                    "vacuum_cleanup_index_scale_factor", 14,
                    "stats_temp_directory", 15,
                    "promote_trigger_file", 16,
                    "vacuum_defer_cleanup_age", 16,
                    "db_user_namespace", 17,
                    "old_snapshot_threshold", 17,
                    "trace_recovery_messages", 17);

    /** How it turned out; the order is that of the list. */
    public enum Result {
        WARNS,
        UNKNOWN,
        FINE
    }

    /**
     * What going to this version would meet.
     *
     * @param facts empty when they could not be read
     * @param extensions empty when they could not be read
     */
    public static List<UpgradeCheck> of(
            VersionOffer offer,
            Optional<UpgradeFacts> facts,
            Optional<ExtensionsSnapshot> extensions) {
        List<UpgradeCheck> all = new ArrayList<>();
        offer.warning().ifPresent(text -> all.add(warns("upgrade.provider", text)));
        if (!offer.major()) {
            all.add(fine("upgrade.minor"));
        } else {
            all.add(extensions(offer, extensions));
            facts.ifPresentOrElse(
                    found -> objects(found, majorOf(offer), all),
                    () -> all.add(unknown("upgrade.unread")));
        }
        all.sort(Comparator.comparing(UpgradeCheck::result));
        return List.copyOf(all);
    }

    /** The major version that an offer leads to; 0 when its text has none. */
    static int majorOf(VersionOffer offer) {
        Matcher matcher = MAJOR.matcher(offer.text());
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static UpgradeCheck extensions(
            VersionOffer offer, Optional<ExtensionsSnapshot> extensions) {
        if (extensions.isEmpty()) {
            return unknown("upgrade.extensions.unread");
        }
        List<String> installed =
                extensions.get().extensions().stream()
                        .filter(each -> each.installed().isPresent())
                        .map(Extension::name)
                        .filter(name -> !BUILT_IN.contains(name))
                        .toList();
        if (installed.isEmpty()) {
            return fine("upgrade.extensions.none", extensions.get().database());
        }
        if (offer.extensions().isEmpty()) {
            return unknown("upgrade.extensions.untold", installed.size(), some(installed));
        }
        Set<String> brought =
                offer.extensions().stream()
                        .map(name -> name.strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        List<String> missing = installed.stream().filter(each -> !brought.contains(each)).toList();
        return missing.isEmpty()
                ? fine("upgrade.extensions.fine", installed.size(), offer.text())
                : warns("upgrade.extensions.missing", missing.size(), some(missing), offer.text());
    }

    private static void objects(UpgradeFacts facts, int target, List<UpgradeCheck> all) {
        int before = all.size();
        if (facts.preparedTransactions() > 0) {
            all.add(warns("upgrade.prepared", facts.preparedTransactions()));
        }
        if (facts.logicalSlots() > 0) {
            all.add(
                    warns(
                            facts.major() < 17 ? "upgrade.slots.lost" : "upgrade.slots",
                            facts.logicalSlots()));
        }
        listed("upgrade.fragile", facts.fragileColumns(), all);
        if (facts.major() < 16 && target >= 16) {
            listed("upgrade.acl", facts.aclColumns(), all);
        }
        if (facts.major() < 14 && target >= 14) {
            listed("upgrade.old", facts.oldObjects(), all);
        }
        listed(
                "upgrade.settings",
                List.copyOf(
                        new TreeSet<>(
                                facts.settings().stream()
                                        .filter(name ->
                                                GONE_IN.getOrDefault(name, Integer.MAX_VALUE)
                                                        <= target)
                                        .toList())),
                all);
        if (all.size() == before) {
            all.add(fine("upgrade.objects.fine", facts.database()));
        }
        if (facts.otherDatabases() > 0) {
            all.add(unknown("upgrade.others", facts.otherDatabases(), facts.database()));
        }
    }

    private static void listed(String key, List<String> found, List<UpgradeCheck> all) {
        if (!found.isEmpty()) {
            all.add(warns(key, found.size(), some(found)));
        }
    }

    /** The first few; the count says how many there are. */
    private static String some(List<String> names) {
        return names.size() <= 5
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, 5)) + " …";
    }

    private static UpgradeCheck warns(String key, Object... arguments) {
        return new UpgradeCheck(Result.WARNS, TEXTS.text(key, arguments));
    }

    private static UpgradeCheck unknown(String key, Object... arguments) {
        return new UpgradeCheck(Result.UNKNOWN, TEXTS.text(key, arguments));
    }

    private static UpgradeCheck fine(String key, Object... arguments) {
        return new UpgradeCheck(Result.FINE, TEXTS.text(key, arguments));
    }
}
