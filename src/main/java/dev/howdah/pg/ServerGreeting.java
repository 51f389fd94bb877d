package dev.howdah.pg;

import dev.howdah.core.ProblemException;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Looks at a server before any login: is it there, and what TLS does it offer. Nothing secret is
 * said, so nothing is verified here either; the login does that. Once per object; {@link #close()}
 * ends it from any thread.
 */
public final class ServerGreeting implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** Source: PostgreSQL documentation, "Message Formats", SSLRequest. */
    private static final int SSL_REQUEST = 80_877_103;

    private final Socket socket = new Socket();

    /** What the server presents: the protocol, as in TLSv1.3, and its own certificate. */
    public record Tls(String protocol, X509Certificate certificate) {

        /** The host names and addresses it is for, five at the most. */
        public List<String> names() {
            try {
                Collection<List<?>> names = certificate.getSubjectAlternativeNames();
                return names == null
                        ? List.of()
                        : names.stream().map(List::getLast).map(String::valueOf).limit(5).toList();
            } catch (CertificateParsingException _) {
                return List.of();
            }
        }

        /** The fingerprint as openssl writes it: pairs of hexadecimal digits with colons. */
        public String sha256() {
            try {
                return HexFormat.ofDelimiter(":")
                        .withUpperCase()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(certificate.getEncoded()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * Opens the connection; blocks for 5 s at the most.
     *
     * @return the address that answered
     */
    public String reach(PgTarget target) throws ProblemException {
        try {
            InetSocketAddress address = new InetSocketAddress(target.host(), target.port());
            if (address.isUnresolved()) {
                throw new UnknownHostException(target.host());
            }
            socket.connect(address, Math.toIntExact(LIMIT.toMillis()));
            socket.setSoTimeout(Math.toIntExact(LIMIT.toMillis()));
            return address.getAddress().getHostAddress();
        } catch (IOException e) {
            throw failed(e, target);
        }
    }

    /** Asks for TLS on the open connection and takes what comes; empty when there is none. */
    public Optional<Tls> askForTls(PgTarget target) throws ProblemException {
        try {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(8);
            out.writeInt(SSL_REQUEST);
            out.flush();
            return switch (socket.getInputStream().read()) {
                case 'S' -> Optional.of(handshake(target));
                case 'N' -> Optional.empty();
                case -1 -> throw failed(new EOFException(), target);
                default -> throw notPostgres(target);
            };
        } catch (IOException e) {
            throw failed(e, target);
        }
    }

    private Tls handshake(PgTarget target) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Onlooker()}, new SecureRandom());
            SSLSocket tls =
                    (SSLSocket)
                            context.getSocketFactory()
                                    .createSocket(socket, target.host(), target.port(), true);
            tls.startHandshake();
            SSLSession session = tls.getSession();
            return new Tls(
                    session.getProtocol(), (X509Certificate) session.getPeerCertificates()[0]);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static ProblemException failed(IOException cause, PgTarget target) {
        return LoginProblems.thrown(
                new SQLException(String.valueOf(cause.getMessage()), "08001", cause), target);
    }

    private static ProblemException notPostgres(PgTarget target) {
        return LoginProblems.thrown(
                new SQLException("No answer to SSLRequest", SqlState.PROTOCOL_VIOLATION), target);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Accepts every certificate, because this connection is only looked at. */
    private static final class Onlooker extends X509ExtendedTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
