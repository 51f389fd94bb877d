package dev.howdah.ui.panel;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** Says how long ago something was read, anew every second while it is on the screen. */
final class AgeLabel extends Label {
    private static final Texts TEXTS = Texts.of(AgeLabel.class);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                    .withZone(ZoneId.systemDefault());

    private final Clock clock = Clock.systemUTC();
    private final Tooltip exactTime = new Tooltip();
    private final Timeline ageing =
            new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> tell()));
    private Optional<Instant> takenAt = Optional.empty();

    AgeLabel() {
        getStyleClass().addAll("caption", "text-muted");
        setTooltip(exactTime);
        ageing.setCycleCount(Animation.INDEFINITE);
        sceneProperty().subscribe(scene -> tickWhile(scene != null));
    }

    /** Empty while nothing was read. */
    void show(Optional<Instant> moment) {
        takenAt = moment;
        tell();
    }

    private void tickWhile(boolean onScreen) {
        if (onScreen) {
            ageing.play();
        } else {
            ageing.stop();
        }
    }

    private void tell() {
        takenAt.ifPresentOrElse(this::tell, () -> setText(""));
    }

    private void tell(Instant moment) {
        Duration old = Duration.between(moment, clock.instant());
        String ago = Quantities.duration(Duration.ofSeconds(Math.max(0, old.toSeconds())));
        setText(
                old.toSeconds() < 1
                        ? TEXTS.text("panel.now")
                        : TEXTS.text("panel.ago", ago.replace(".0 s", " s")));
        exactTime.setText(EXACT.format(moment));
    }
}
