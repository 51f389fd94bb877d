package dev.howdah.ui.stats.activity;

import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.ui.stats.session.SessionWords;

/** What sessions are put together by. */
enum Grouping {
    NONE,
    APPLICATION,
    USER,
    STATE,
    CLIENT;

    /** The name of the group that this session belongs to; empty when it has no such name. */
    String groupOf(SessionRow row) {
        return switch (this) {
            case NONE -> "";
            case APPLICATION -> SessionWords.application(row);
            case USER -> SessionWords.user(row);
            case STATE -> SessionWords.state(row);
            case CLIENT -> SessionWords.client(row);
        };
    }
}
