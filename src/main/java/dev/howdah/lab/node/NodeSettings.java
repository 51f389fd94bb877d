package dev.howdah.lab.node;

import dev.howdah.core.file.AtomicFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * The settings that a node is started with, its port among them. They are in a file that
 * postgresql.conf includes, so that ALTER SYSTEM wins over them and is never overwritten. The port
 * is kept from start to start as long as it is free.
 */
record NodeSettings(NodeFolder folder) {
    static final String HOST = "127.0.0.1";
    private static final String FILE = "howdah.conf";
    private static final String PORT = "port";

    /** Ports of servers; below those that outgoing connections get on any system. */
    private static final int LOWEST_PORT = 15_000;

    private static final int HIGHEST_PORT = 32_000;
    private static final int TRIES = 100;

    /** Lets the new cluster read our file. */
    void include() throws IOException {
        Files.writeString(
                folder.data().resolve("postgresql.conf"),
                "\ninclude_if_exists = '" + FILE + "'\n",
                StandardOpenOption.APPEND);
    }

    /**
     * Writes the settings of the next start.
     *
     * @param settings parameters and their values, unquoted; a port among them is taken as it is,
     *     else the node has its own
     * @return the port the server will listen on
     */
    int write(Map<String, String> settings) throws IOException {
        String given = settings.get(PORT);
        int port = given == null ? ownPort() : Integer.parseInt(given);
        Map<String, String> all = new TreeMap<>();
        all.put("listen_addresses", HOST);
        all.put(PORT, Integer.toString(port));
        all.put("unix_socket_directories", "");
        all.put("logging_collector", "on");
        all.put("log_directory", "../log");
        all.putAll(settings);
        String content =
                all.entrySet().stream()
                        .map(entry -> entry.getKey() + " = '" + escaped(entry.getValue()) + "'\n")
                        .collect(Collectors.joining());
        AtomicFile.write(folder.data().resolve(FILE), content.getBytes(StandardCharsets.UTF_8));
        return port;
    }

    private int ownPort() throws IOException {
        int port = freePort(rememberedPort());
        AtomicFile.write(folder.port(), Integer.toString(port).getBytes(StandardCharsets.UTF_8));
        return port;
    }

    /** Whether nobody listens there now. */
    static boolean isFree(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.ofLiteral(HOST))) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** This one, or if somebody listens there another one. */
    static int freePort(int wanted) {
        int port = wanted;
        for (int tries = 0; tries < TRIES && !isFree(port); tries++) {
            port = anyPort();
        }
        return port;
    }

    /** That of the last start on a port of its own, or any. */
    int rememberedPort() throws IOException {
        if (!Files.isRegularFile(folder.port())) {
            return anyPort();
        }
        try {
            return Integer.parseInt(Files.readString(folder.port()).strip());
        } catch (NumberFormatException _) {
            // somebody edited it
            return anyPort();
        }
    }

    private static int anyPort() {
        return ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
    }

    /** As a quoted value of a configuration file is written; a value ends with its line. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("'", "''").replace("\n", " ");
    }
}
