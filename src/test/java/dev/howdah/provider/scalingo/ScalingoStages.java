package dev.howdah.provider.scalingo;

import dev.howdah.journal.FileOperationLog;
import dev.howdah.provider.Provider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The stage a test plays on, which it may change before it begins. */
final class ScalingoStages implements AutoCloseable {
    private final FileOperationLog log;
    private ScalingoStage stage;

    ScalingoStages(Path folder) throws IOException {
        stage = new ScalingoStage(false, false);
        log = new FileOperationLog(folder);
    }

    ScalingoStage stage() {
        return stage;
    }

    FileOperationLog log() {
        return log;
    }

    /**
     * @param documented whether it answers as its documentation says, and not as was seen
     */
    Provider shared(boolean documented) throws IOException {
        return provider(false, documented);
    }

    Provider dedicated() throws IOException {
        return dedicated(false);
    }

    /** As {@link #shared(boolean)}. */
    Provider dedicated(boolean documented) throws IOException {
        return provider(true, documented);
    }

    private Provider provider(boolean dedicated, boolean documented) throws IOException {
        stage.close();
        stage = new ScalingoStage(dedicated, documented);
        return stage.provider(log);
    }

    /** What the fake was asked: method and path. */
    List<String> asked() {
        return stage.scalingo.asked().stream()
                .map(each -> each.method() + " " + each.uri())
                .toList();
    }

    @Override
    public void close() {
        stage.close();
    }
}
