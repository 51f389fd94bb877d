package dev.howdah.ui.backups.timeline;

import dev.howdah.core.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Says what the marks on a {@link RestoreLine} are. */
public final class RestoreLegend {
    private static final Texts TEXTS = Texts.of(RestoreLegend.class);

    private RestoreLegend() {}

    public static List<Node> entries() {
        return Stream.of("BACKUP", "WINDOW", "PEAK", "EVENT", "CHANGE")
                .<Node>map(RestoreLegend::entry)
                .toList();
    }

    private static Label entry(String kind) {
        Region mark = new Region();
        mark.getStyleClass()
                .addAll("restore-" + kind.toLowerCase(Locale.ROOT), "restore-legend-mark");
        Label label = new Label(TEXTS.text("legend." + kind), mark);
        label.getStyleClass().addAll("caption", "text-muted");
        return label;
    }
}
