package dev.howdah.provider;

import dev.howdah.provider.capability.Capabilities;
import java.time.Duration;

/**
 * One service as its hosting provider sees it: what it tells ({@link ProviderReads}), what it does
 * ({@link ProviderChanges}), and how far that is ({@link Operations}). Made for one service; never
 * null, {@link NoProvider} stands for a server that nobody hosts for us. Any thread may call, and
 * every call but {@link #id}, {@link #providerName}, {@link #followPause} and {@link #capabilities}
 * may block for seconds, so none belongs on the JavaFX thread.
 */
public interface Provider extends ProviderReads, ProviderChanges {

    /**
     * Names the service among all services of all providers, the same after a restart: operations
     * are kept under it.
     */
    String id();

    /** As people call it: "Scalingo". */
    String providerName();

    /**
     * What can be asked for, by what is known so far; never blocks. What depends on the plan or the
     * state may change with the next {@link #facts}, so ask again after each reading.
     */
    @Override
    Capabilities capabilities();

    /** How long to wait between two looks at what is under way. */
    default Duration followPause() {
        return Operations.PAUSE;
    }
}
