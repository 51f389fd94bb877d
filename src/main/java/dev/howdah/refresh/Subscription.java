package dev.howdah.refresh;

/** A panel's wish to be told about a question. It starts hidden: nothing is asked until shown. */
public interface Subscription {

    /** The panel is on the screen: ask now if the last answer is older than the pause. */
    void shown();

    /** The panel left the screen: ask no more for it. */
    void hidden();

    /**
     * Asks at once, whatever the pause, the back-off, an earlier refusal or a paused loop says; an
     * attempt that is under way is followed by another one.
     */
    void askNow();

    /** Ends the subscription for good. */
    void close();
}
