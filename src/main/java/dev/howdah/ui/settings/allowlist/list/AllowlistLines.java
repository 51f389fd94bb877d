package dev.howdah.ui.settings.allowlist.list;

import dev.howdah.core.Texts;
import dev.howdah.pg.activity.ClientsSnapshot;
import dev.howdah.pg.activity.ClientsSnapshot.ClientRow;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.AllowRule.Range;
import dev.howdah.provider.allowlist.Cidr;
import dev.howdah.ui.settings.allowlist.effect.ClientName;
import dev.howdah.ui.settings.allowlist.effect.OwnAddresses;
import dev.howdah.ui.settings.allowlist.list.AllowlistLine.Mark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Makes the rows: the rules with their edits, and who comes from each. */
final class AllowlistLines {
    private static final Texts TEXTS = Texts.of(AllowlistLines.class);

    /** So many applications are named in one row. */
    private static final int NAMED = 6;

    private final boolean isKnown;
    private final List<Located> clients;
    private final List<Cidr> seen;
    private final OwnAddresses own;

    /** Sessions with their address, which is read once and compared with every rule. */
    private record Located(Cidr address, ClientRow row) {}

    /**
     * @param clients who is connected; empty when that is not known
     * @param seen addresses from where somebody was connected
     */
    AllowlistLines(Optional<ClientsSnapshot> clients, Collection<String> seen, OwnAddresses own) {
        this.isKnown = clients.isPresent();
        this.clients =
                clients.stream()
                        .flatMap(snapshot -> snapshot.clients().stream())
                        .flatMap(row ->
                                Cidr.parse(row.address()).stream()
                                        .map(address -> new Located(address, row)))
                        .toList();
        this.seen = seen.stream().flatMap(text -> Cidr.parse(text).stream()).toList();
        this.own = own;
    }

    /** The list as it is, the edits marked, what is new at the end. */
    List<AllowlistLine> of(List<AllowRule> now, AllowlistEditor editor) {
        List<AllowRule> removed = new ArrayList<>(editor.edits().removed());
        List<AllowlistLine> lines = new ArrayList<>();
        for (AllowRule rule : now) {
            lines.add(line(lines.size(), removed.remove(rule) ? Mark.REMOVED : Mark.STAYS, rule));
        }
        for (AllowRule rule : editor.edits().added()) {
            lines.add(line(lines.size(), Mark.ADDED, rule));
        }
        return lines;
    }

    /** Where there is no list: every address from where somebody is connected. */
    List<AllowlistLine> withoutList() {
        List<AllowlistLine> lines = new ArrayList<>();
        clients.stream()
                .map(Located::address)
                .distinct()
                .forEach(address ->
                        lines.add(line(lines.size(), Mark.SEEN, AllowRule.of(address, ""))));
        return lines;
    }

    private AllowlistLine line(int position, Mark mark, AllowRule rule) {
        if (!(rule.origin() instanceof Range(Cidr range))) {
            return new AllowlistLine(
                    position, mark, rule, OptionalInt.empty(), TEXTS.text("who.managed"), 0);
        }
        List<ClientRow> from =
                clients.stream()
                        .filter(client -> range.contains(client.address()))
                        .map(Located::row)
                        .toList();
        return new AllowlistLine(
                position,
                mark,
                rule,
                isKnown
                        ? OptionalInt.of(from.stream().mapToInt(ClientRow::sessions).sum())
                        : OptionalInt.empty(),
                who(range, from),
                Math.toIntExact(seen.stream().filter(range::contains).count()));
    }

    private String who(Cidr range, List<ClientRow> from) {
        List<String> words = new ArrayList<>();
        if (own.in(range)) {
            words.add(TEXTS.text("who.you"));
        }
        List<Map.Entry<String, Integer>> largest = new ArrayList<>(byName(from).entrySet());
        largest.sort(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()));
        for (Map.Entry<String, Integer> entry :
                largest.subList(0, Math.min(NAMED, largest.size()))) {
            words.add(entry.getKey() + " " + entry.getValue());
        }
        if (largest.size() > NAMED) {
            words.add(TEXTS.text("who.more", largest.size() - NAMED));
        }
        return String.join(", ", words);
    }

    private static Map<String, Integer> byName(List<ClientRow> from) {
        Map<String, Integer> sessions = new TreeMap<>();
        from.forEach(row -> sessions.merge(ClientName.of(row), row.sessions(), Integer::sum));
        return sessions;
    }
}
