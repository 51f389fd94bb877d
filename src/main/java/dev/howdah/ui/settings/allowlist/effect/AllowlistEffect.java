package dev.howdah.ui.settings.allowlist.effect;

import dev.howdah.pg.activity.ClientsSnapshot;
import dev.howdah.pg.activity.ClientsSnapshot.ClientRow;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.allowlist.Cidr;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whom a changed allowlist would cut, judged by where they come from now or came from before.
 *
 * @param known whether it could be read who is connected
 * @param cut groups of sessions that the list lets in now and would not afterwards
 * @param unjudged sessions that no rule names, before or after: they come in by another way
 * @param absent addresses that were seen before, are not connected now and would be shut out
 * @param hidden sessions whose address our role can't see
 */
public record AllowlistEffect(
        boolean known, List<ClientRow> cut, int unjudged, List<String> absent, int hidden) {
    public static AllowlistEffect of(
            Allowlist now,
            List<AllowRule> wanted,
            Optional<ClientsSnapshot> clients,
            Map<String, String> seen) {
        Predicate<String> before = address -> lets(now, now.rules(), address);
        Predicate<String> after = address -> lets(now, wanted, address);
        List<ClientRow> rows = clients.map(ClientsSnapshot::clients).orElse(List.of());
        List<String> here = rows.stream().map(ClientRow::address).toList();
        return new AllowlistEffect(
                clients.isPresent(),
                rows.stream()
                        .filter(row -> before.test(row.address()) && !after.test(row.address()))
                        .toList(),
                rows.stream()
                        .filter(row -> !before.test(row.address()) && !after.test(row.address()))
                        .mapToInt(ClientRow::sessions)
                        .sum(),
                seen.keySet().stream()
                        .filter(address -> !here.contains(address))
                        .filter(address -> before.test(address) && !after.test(address))
                        .toList(),
                clients.map(ClientsSnapshot::hidden).orElse(0));
    }

    private static boolean lets(Allowlist list, List<AllowRule> rules, String address) {
        return Cidr.parse(address)
                .filter(each ->
                        Allowlist.admits(rules, each) || (rules.isEmpty() && list.emptyMeansOpen()))
                .isPresent();
    }

    int cutSessions() {
        return cut.stream().mapToInt(ClientRow::sessions).sum();
    }

    Stream<ClientRow> cutReplicas() {
        return cut.stream().filter(ClientRow::replica);
    }

    Stream<ClientRow> cutPoolers() {
        return cut.stream().filter(row -> ClientName.isPooler(row.application()));
    }
}
