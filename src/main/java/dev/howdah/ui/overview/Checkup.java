package dev.howdah.ui.overview;

import dev.howdah.core.Reading;
import dev.howdah.health.HealthInput;
import dev.howdah.health.HealthReport;
import dev.howdah.health.checkup.HealthCheckup;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Judges the server anew whenever something more is known. Readings that arrive together are judged
 * together. All methods are called on the UI thread.
 */
final class Checkup {
    private final HealthCheckup rules = new HealthCheckup();
    private final Clock clock;
    private final Executor uiThread;
    private final Consumer<HealthReport> show;
    private HealthInput input;
    private boolean pending;

    Checkup(Clock clock, Executor uiThread, Consumer<HealthReport> show) {
        this.clock = clock;
        this.uiThread = uiThread;
        this.show = show;
        this.input = HealthInput.nothingRead(clock.instant());
    }

    <T> void take(Class<T> kind, Reading<T> reading) {
        input = input.with(kind, reading);
        if (!pending) {
            pending = true;
            uiThread.execute(this::judge);
        }
    }

    private void judge() {
        pending = false;
        input = input.at(clock.instant());
        show.accept(rules.run(input));
    }
}
