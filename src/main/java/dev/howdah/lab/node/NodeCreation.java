package dev.howdah.lab.node;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.file.AtomicFile;
import dev.howdah.core.file.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes an empty cluster beside its place and moves it there when it is whole. */
record NodeCreation(LabBinaries binaries, NodeFolder node) {
    private static final Logger LOG = LoggerFactory.getLogger(NodeCreation.class);
    private static final String MAKING = ".making-";
    private static final Duration INITDB_LIMIT = Duration.ofMinutes(3);

    void run(List<String> initdbOptions, Secret password)
            throws IOException, ProblemException, InterruptedException {
        Path making = making(node);
        PrivateFiles.createFolder(making);
        initdb(new NodeFolder(making), initdbOptions, password);
        Folders.delete(node.path());
        Files.move(making, node.path(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Where a node is made, beside its place; not there yet. */
    static Path making(NodeFolder node) {
        return node.path().resolveSibling(node.path().getFileName() + MAKING + System.nanoTime());
    }

    /**
     * Removes what runs that were killed have left. Their initdb may go on for a moment; it fails
     * then, and cleans up behind itself.
     */
    void removeUnfinished() throws IOException {
        Path parent = node.path().toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return;
        }
        try (Stream<Path> siblings = Files.list(parent)) {
            siblings.filter(this::isUnfinished).forEach(NodeCreation::tryToDelete);
        }
    }

    private boolean isUnfinished(Path sibling) {
        return sibling.getFileName().toString().startsWith(node.path().getFileName() + MAKING);
    }

    private static void tryToDelete(Path unfinished) {
        try {
            Folders.delete(unfinished);
        } catch (IOException e) {
            LOG.debug("it will be removed by the next start", e);
        }
    }

    private void initdb(NodeFolder making, List<String> options, Secret password)
            throws IOException, ProblemException, InterruptedException {
        AtomicFile.write(making.password(), password.reveal().getBytes(StandardCharsets.US_ASCII));
        List<String> arguments = new ArrayList<>(List.of("-D", making.data().toString()));
        arguments.addAll(List.of("--username", LabNode.SUPERUSER));
        arguments.addAll(List.of("--pwfile", making.password().toString()));
        arguments.addAll(List.of("--auth", "scram-sha-256"));
        arguments.addAll(options);
        PostgresProgram.Ended ended =
                new PostgresProgram(binaries, making.programLog())
                        .run("initdb", arguments, INITDB_LIMIT);
        if (!ended.wentWell()) {
            throw LabProblems.program("node.notCreated", ended.text(), node.path());
        }
        new NodeSettings(making).include();
    }
}
