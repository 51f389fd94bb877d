package dev.howdah.ui.settings.allowlist.list;

import static dev.howdah.ui.settings.allowlist.SomeAllowlist.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.AllowlistDifference;
import dev.howdah.ui.settings.allowlist.SomeAllowlist;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Edits are kept as edits, and undone one by one. */
class AllowlistEditorTest {
    private static final AllowRule OFFICE = rule("203.0.113.0/24", "Office");
    private static final AllowRule HOME = rule("198.51.100.7", "Ann");
    private static final AllowRule VPN = rule("192.0.2.0/25", "VPN");

    private final List<AllowlistDifference> kept = new ArrayList<>();
    private final AllowlistEditor editor = new AllowlistEditor(kept::add);

    @Test
    void keepsEditsWhenSomebodyElseChangesTheListMeanwhile() {
        editor.show(SomeAllowlist.list(OFFICE, HOME));
        editor.remove(HOME);
        editor.add(List.of(VPN));
        assertEquals(List.of(OFFICE, VPN), editor.wanted());

        AllowRule theirs = rule("10.0.0.0/8", "theirs");
        editor.show(SomeAllowlist.list(OFFICE, theirs, VPN));

        assertEquals(List.of(OFFICE, theirs, VPN), editor.wanted());
        assertTrue(editor.edits().isNone(), "both are in effect already");
        editor.show(SomeAllowlist.list(HOME));
        assertEquals(List.of(VPN), editor.wanted());
    }

    @Test
    void undoesEditByEditAndTellsWhatIsToBeKept() {
        editor.show(SomeAllowlist.list(OFFICE, HOME));
        editor.relabel(HOME, "Ann at home");
        AllowRule renamed = rule("198.51.100.7", "Ann at home");
        assertEquals(new AllowlistDifference(List.of(renamed), List.of(HOME)), editor.edits());
        editor.relabel(renamed, "Ann");
        assertTrue(editor.edits().isNone(), "named as before");
        editor.undo();
        editor.leave(HOME);
        editor.remove(renamed);
        assertTrue(editor.edits().isNone());
        editor.remove(OFFICE);
        editor.clear();
        assertTrue(editor.edits().isNone());
        editor.undo();
        assertEquals(List.of(OFFICE), editor.edits().removed());
        assertEquals(editor.edits(), kept.getLast());
        while (editor.canUndo()) {
            editor.undo();
        }
        assertTrue(editor.edits().isNone());
    }
}
