package dev.howdah.refresh;

/** A panel's handle on its watcher. */
final class WatcherSubscription<T> implements Subscription {
    private final RefreshLoop loop;
    private final Polled<T> entry;
    private final Watcher<T> watcher;

    WatcherSubscription(RefreshLoop loop, Polled<T> entry, Watcher<T> watcher) {
        this.loop = loop;
        this.entry = entry;
        this.watcher = watcher;
    }

    @Override
    public void shown() {
        loop.change(() -> {
            watcher.looks = true;
            entry.wanted(watcher.pause);
        });
    }

    @Override
    public void hidden() {
        loop.change(() -> watcher.looks = false);
    }

    @Override
    public void askNow() {
        loop.change(entry::askNow);
    }

    @Override
    public void close() {
        watcher.end();
        loop.change(() -> entry.watchers.remove(watcher));
    }
}
