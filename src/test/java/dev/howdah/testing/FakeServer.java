package dev.howdah.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Speaks just enough of PostgreSQL's protocol 3.0 to let everybody in and to claim a version, for
 * versions that can't be had as a real server. Every statement is answered with one text.
 */
public final class FakeServer implements AutoCloseable {
    private static final int SSL_REQUEST = 80_877_103;

    private final ServerSocket listener;
    private final String version;

    private FakeServer(ServerSocket listener, String version) {
        this.listener = listener;
        this.version = version;
    }

    /** Listens on a free port of 127.0.0.1. */
    public static FakeServer ofVersion(String version) throws IOException {
        FakeServer server =
                new FakeServer(
                        new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")), version);
        Thread.ofVirtual().name("fake-server").start(server::accept);
        return server;
    }

    public int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().name("fake-session").start(() -> serve(client));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            DataOutputStream out = new DataOutputStream(client.getOutputStream());
            while (startup(in) == SSL_REQUEST) {
                out.writeByte('N');
            }
            greet(out);
            for (int type = in.read(); type >= 0 && type != 'X'; type = in.read()) {
                in.readFully(new byte[in.readInt() - 4]);
                answer(type, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int startup(DataInputStream in) throws IOException {
        int length = in.readInt();
        int code = in.readInt();
        in.readFully(new byte[length - 8]);
        return code;
    }

    private void greet(DataOutputStream out) throws IOException {
        send(out, 'R', body -> body.writeInt(0));
        Map.of(
                        "server_version", version,
                        "server_encoding", "UTF8",
                        "client_encoding", "UTF8",
                        "DateStyle", "ISO, MDY",
                        "integer_datetimes", "on",
                        "standard_conforming_strings", "on")
                .forEach((name, value) -> parameter(out, name, value));
        send(
                out,
                'K',
                body -> {
                    body.writeInt(1);
                    body.writeInt(2);
                });
        ready(out);
    }

    private static void parameter(DataOutputStream out, String name, String value) {
        try {
            send(
                    out,
                    'S',
                    body -> {
                        text(body, name);
                        text(body, value);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(int type, DataOutputStream out) throws IOException {
        switch (type) {
            case 'P' -> send(out, '1', _ -> {});
            case 'B' -> send(out, '2', _ -> {});
            case 'D' -> describe(out);
            case 'E' -> row(out);
            case 'S' -> ready(out);
            case 'Q' -> {
                describe(out);
                row(out);
                ready(out);
            }
            default -> throw new IOException("not spoken here: " + (char) type);
        }
    }

    private static void describe(DataOutputStream out) throws IOException {
        send(
                out,
                'T',
                body -> {
                    body.writeShort(1);
                    text(body, "answer");
                    body.write(new byte[6]);
                    body.writeInt(25);
                    body.writeShort(-1);
                    body.writeInt(-1);
                    body.writeShort(0);
                });
    }

    /** What the driver asks by itself is the isolation level. */
    private static void row(DataOutputStream out) throws IOException {
        byte[] value = "READ COMMITTED".getBytes(StandardCharsets.UTF_8);
        send(
                out,
                'D',
                body -> {
                    body.writeShort(1);
                    body.writeInt(value.length);
                    body.write(value);
                });
        send(out, 'C', body -> text(body, "SELECT 1"));
    }

    private static void ready(DataOutputStream out) throws IOException {
        send(out, 'Z', body -> body.writeByte('I'));
        out.flush();
    }

    private interface Body {
        void write(DataOutputStream body) throws IOException;
    }

    private static void send(DataOutputStream out, char type, Body body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        body.write(new DataOutputStream(bytes));
        out.writeByte(type);
        out.writeInt(bytes.size() + 4);
        bytes.writeTo(out);
    }

    private static void text(DataOutputStream body, String text) throws IOException {
        body.write(text.getBytes(StandardCharsets.UTF_8));
        body.writeByte(0);
    }
}
