package dev.howdah.ui.settings.parameters;

import dev.howdah.core.Texts;
import dev.howdah.pg.settings.SettingValue;
import dev.howdah.pg.settings.SettingsSnapshot.Change;
import dev.howdah.pg.settings.SettingsSnapshot.FilePlace;
import dev.howdah.pg.settings.SettingsSnapshot.Origin;
import dev.howdah.pg.settings.SettingsSnapshot.Range;
import dev.howdah.pg.settings.SettingsSnapshot.Setting;
import dev.howdah.ui.Fact;
import dev.howdah.ui.Lines;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.Notice.Level;
import java.util.ArrayList;
import java.util.List;

/** Says in words what a parameter is, who set it and what a change needs. */
final class ParameterWords {
    private static final Texts TEXTS = Texts.of(ParameterWords.class);

    private ParameterWords() {}

    /** Where it was set, in two or three words. */
    static String origin(Origin origin) {
        return TEXTS.text("origin." + origin);
    }

    /** What a change needs, in two or three words. */
    static String change(Change change) {
        return TEXTS.text("change." + change);
    }

    /** On one line; an empty text is said to be one. */
    static String value(SettingValue value) {
        return value.raw().isEmpty()
                ? TEXTS.text("value.empty")
                : Lines.one(value.text(), Lines.MAX_LINE);
    }

    static ParameterDetail detail(Setting setting) {
        return new ParameterDetail(
                setting.name(),
                value(setting.value()),
                setting.category(),
                Lines.capped(setting.explanation()),
                notices(setting),
                facts(setting),
                line(setting));
    }

    private static List<Notice> notices(Setting setting) {
        List<Notice> notices = new ArrayList<>();
        if (setting.pendingRestart()) {
            notices.add(notice(Level.WARNING, "notice.pending"));
        }
        if (setting.origin() == Origin.THIS_CONSOLE) {
            notices.add(notice(Level.INFO, "notice.thisConsole"));
        }
        if (setting.origin() == Origin.CONFIGURATION) {
            notices.add(notice(Level.INFO, "notice.hidden"));
        }
        return notices;
    }

    private static Notice notice(Level level, String key) {
        return new Notice(level, TEXTS.text(key), TEXTS.text(key + ".advice"));
    }

    private static List<Fact> facts(Setting setting) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("fact.default", value(setting.bootValue())));
        String raw = setting.value().raw() + " × " + setting.value().unit();
        if (!setting.value().unit().isEmpty()
                && !setting.value().text().equals(setting.value().raw())) {
            facts.add(fact("fact.raw", raw));
        }
        range(setting.range(), facts);
        facts.add(fact("fact.origin", origin(setting.origin())));
        setting.file().ifPresent(place -> facts.add(fact("fact.file", place(place))));
        facts.add(fact("fact.change", TEXTS.text("change." + setting.change() + ".long")));
        return facts;
    }

    private static void range(Range range, List<Fact> facts) {
        if (!range.choices().isEmpty()) {
            facts.add(fact("fact.choices", String.join(", ", range.choices())));
        } else if (range.min().isPresent() && range.max().isPresent()) {
            facts.add(
                    fact(
                            "fact.range",
                            TEXTS.text(
                                    "fact.range.of",
                                    range.min().get().text(),
                                    range.max().get().text())));
        }
        facts.add(fact("fact.type", TEXTS.text("type." + range.type())));
    }

    private static String place(FilePlace place) {
        return TEXTS.text("fact.file.at", place.file(), Integer.toString(place.line()));
    }

    private static Fact fact(String key, String value) {
        return new Fact(TEXTS.text(key), value);
    }

    /** Quoted as postgresql.conf wants it: everything but plain numbers and words. */
    private static String line(Setting setting) {
        String text = setting.value().sqlText();
        boolean isPlain = text.matches("-?[A-Za-z0-9_.]+");
        return setting.name() + " = " + (isPlain ? text : "'" + text.replace("'", "''") + "'");
    }
}
