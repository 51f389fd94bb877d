package dev.howdah.ui.settings.allowlist;

import static dev.howdah.ui.settings.allowlist.SomeAllowlist.NOW;
import static dev.howdah.ui.settings.allowlist.SomeAllowlist.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Reading;
import dev.howdah.core.change.Change;
import dev.howdah.pg.activity.ClientsSnapshot;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.allowlist.AllowlistDifference;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.settings.allowlist.list.AllowlistLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an edit would bring about is said at once, with its numbers, and stands in the change. */
class AllowlistDraftTest {
    @TempDir Path folder;
    private SomeAllowlist some;

    @BeforeEach
    void open() throws Exception {
        some = new SomeAllowlist(folder, true);
        some.read(SomeAllowlist.shop(), SomeAllowlist.busy());
    }

    @AfterEach
    void close() {
        some.close();
    }

    private AllowlistLine line(String label) {
        return some.model.lines().stream()
                .map(row -> row.get())
                .filter(line -> line.rule().label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private List<String> said() {
        return some.draft.consequences().get().notices().stream().map(Notice::sentence).toList();
    }

    @Test
    void countsWhoComesFromEachRuleAndMarksYou() {
        assertEquals(14, line("Office Lyon").sessions().orElseThrow());
        assertEquals("order-service 12, psql 2", line("Office Lyon").who());
        assertEquals("pooler pgbouncer 20", line("Kubernetes").who());
        assertEquals("report-service 5, replica analytics 1", line("old office").who());
        assertEquals(2, line("old office").seen());
        assertTrue(line("Ann at home").who().startsWith("you, now"));
        assertEquals("5 rules of 30 at most", some.model.summary().get());
    }

    @Test
    void saysWhomAnEditWouldCut() {
        some.draft.toggle(line("old office"));
        assertEquals("0 added, 1 removed", some.draft.title().get());
        assertEquals(
                List.of(
                        "6 sessions would be cut.",
                        "The replica analytics at 192.0.2.9 would stop receiving changes.",
                        "3 sessions come from addresses that no rule names, before or after."),
                said());
        assertTrue(some.draft.applicable().get(), "others are warned of, not forbidden");

        some.draft.toggle(line("Kubernetes"));
        assertTrue(
                said().contains(
                                "The pooler pgbouncer at 198.51.100.70 speaks for all of its clients."));
        some.draft.undo();
        some.draft.undo();
        assertEquals("", some.draft.title().get());
        assertEquals(List.of(), said());
    }

    @Test
    void removesARuleThatIsThereTwice() {
        some.read(
                SomeAllowlist.list(
                        rule("192.0.2.0/24", "old office"),
                        rule("192.0.2.0/24", "old office"),
                        rule("198.51.100.7", "Ann at home")),
                SomeAllowlist.clients());
        some.draft.toggle(line("old office"));
        some.draft.toggle(line("old office"));

        assertEquals("0 added, 2 removed", some.draft.title().get());
        assertTrue(some.draft.change().isPresent(), some.draft.complaint().get());
    }

    @Test
    void remembersWhoWasConnectedEarlier() {
        some.read(
                SomeAllowlist.shop(),
                SomeAllowlist.clients(SomeAllowlist.client("203.0.113.12", "psql", 1)));
        some.draft.toggle(line("old office"));

        assertTrue(
                said().contains("2 addresses that were connected earlier would no longer get in."),
                said().toString());
    }

    @Test
    void remembersAfterARestartWhoWasConnectedBeforeIt() throws Exception {
        some.close();
        some = new SomeAllowlist(folder, true);
        some.read(
                SomeAllowlist.shop(),
                SomeAllowlist.clients(SomeAllowlist.client("203.0.113.12", "psql", 1)));
        assertEquals(2, line("old office").seen());
        some.draft.toggle(line("old office"));

        assertTrue(
                said().contains("2 addresses that were connected earlier would no longer get in."),
                said().toString());
    }

    @Test
    void demandsTheServersNameOfWhoeverShutsHimselfOutOrOpensTheList() {
        some.draft.toggle(line("Ann at home"));
        assertEquals(
                "You would be shut out: you come from 198.51.100.7, and the new list does not let"
                        + " that in.",
                said().getFirst());
        assertFalse(some.draft.applicable().get());
        some.draft.word().set("orders-prod");
        assertTrue(some.draft.applicable().get());
        assertTrue(some.draft.mineAddable().get());
        some.draft.addMine();
        assertEquals("", some.draft.word().get(), "it was typed for another danger");
        assertFalse(some.draft.mineAddable().get());
        assertFalse(some.draft.consequences().get().needsWord(), said().toString());
        some.draft.discard();
        some.draft.word().set("");

        some.draft.addAll(List.of(rule("0.0.0.0/0", "")));
        assertEquals(
                "Everybody could connect: only passwords would keep strangers out.",
                said().getFirst());
        assertFalse(some.draft.applicable().get());
    }

    @Test
    void saysThatItDoesNotKnowWhenTheServerCannotBeAsked() {
        some.model.showClients(new Reading.Unavailable<>(SomeAllowlist.GONE));
        some.draft.toggle(line("old office"));

        assertTrue(said().toString().contains("Whom it would cut is not known"), said().toString());
        assertTrue(line("Office Lyon").sessions().isEmpty(), "unknown is not 0");
    }

    @Test
    void countsWhatItIsNotAllowedToSee() {
        some.model.showClients(
                new Reading.Fresh<>(
                        new ClientsSnapshot(List.of(), 0, 1, Optional.of("198.51.100.7")), NOW));
        some.draft.toggle(line("old office"));

        assertTrue(
                said().contains(
                                "1 session of other users may be cut, too: where they come from is hidden"
                                        + " from this role."));
    }

    @Test
    void takesNoMoreThanTheProviderDoes() {
        List<AllowRule> many = new ArrayList<>();
        for (int i = 1; i <= 26; i++) {
            many.add(rule("192.0.2." + i, "host " + i));
        }
        some.draft.addAll(many);
        assertTrue(
                some.draft.complaint().get().startsWith("31 rules are more than Scalingo takes"));
        assertFalse(some.draft.applicable().get());
        some.draft.addAll(List.of(rule("192.0.2.1", "host 1")));
        assertEquals(31, some.editor.wanted().size(), "what is there is not added twice");
    }

    @Test
    void putsWhatItBringsAboutIntoTheChange() throws Exception {
        Allowlist seen = some.provider.allowlist();
        some.read(seen, SomeAllowlist.busy());
        some.draft.typed().range().set("203.0.113.0/24");
        some.draft.typed().label().set("Office");
        some.draft.add();
        some.draft.toggle(line("old office"));
        Change change = some.draft.change().orElseThrow();

        assertEquals("1 rule is added: 203.0.113.0/24 (Office).", change.warnings().get(0));
        assertEquals("1 rule is removed: 192.0.2.0/24 (old office).", change.warnings().get(1));
        assertTrue(change.warnings().get(2).startsWith("6 sessions would be cut. "));
        assertTrue(change.preview().contains("203.0.113.0/24"), change.preview());
        assertTrue(change.wayBack().orElseThrow().get().preview().contains("192.0.2.0/24"));
        assertEquals(0, some.scalingo.writes());
    }

    @Test
    void keepsEditsOverARestart() throws Exception {
        some.draft.toggle(line("old office"));
        some.draft.addAll(List.of(rule("203.0.113.128/25", "a\tVPN")));
        AllowlistDifference left;
        try (SomeAllowlist next = new SomeAllowlist(folder, true)) {
            left = next.guard.draft();
            next.editor.restore(left);
            next.read(SomeAllowlist.shop(), SomeAllowlist.busy());
            assertEquals("1 added, 1 removed", next.draft.title().get());
            next.draft.discard();
            assertTrue(next.guard.draft().isNone());
        }
        assertEquals(1, left.removed().size());
    }
}
