package dev.howdah.ui.users.list;

import dev.howdah.core.Texts;
import dev.howdah.ui.Moments;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.NoticeBox;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.users.list.RoleLine.Entry;
import dev.howdah.ui.users.role.Expiry;
import java.time.Instant;
import java.time.ZoneId;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The day a password expires; with an icon when that is soon, and another when it is over. */
public final class ExpiryCell extends TableCell<LiveRow<RoleLine>, RoleLine> {
    private static final Texts TEXTS = Texts.of(ExpiryCell.class);

    private final ZoneId zone;
    private final Tooltip exact = new Tooltip();

    public ExpiryCell(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    protected void updateItem(@Nullable RoleLine line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        setGraphic(null);
        setTooltip(null);
        if (!empty && line instanceof Entry entry) {
            entry.role().expiry().ifPresent(moment -> show(entry.expiry(), moment));
        }
    }

    private void show(Expiry expiry, Instant moment) {
        String date = Moments.date(moment, zone);
        setText(
                switch (expiry) {
                    case PASSED -> TEXTS.text("users.expired");
                    case SOON, LATER, NEVER -> date;
                });
        if (expiry == Expiry.SOON || expiry == Expiry.PASSED) {
            setGraphic(
                    NoticeBox.icon(
                            expiry == Expiry.SOON ? Notice.Level.WARNING : Notice.Level.DANGER));
        }
        exact.setText(TEXTS.text("users.expires." + expiry, Moments.exact(moment, zone)));
        setTooltip(exact);
    }
}
