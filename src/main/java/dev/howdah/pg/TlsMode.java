package dev.howdah.pg;

/** How much a connection insists on TLS; the words are those of libpq's sslmode. */
public enum TlsMode {
    /** Encrypted, certificate checked against the authorities, host name checked. The default. */
    VERIFY_FULL("verify-full"),
    /** Encrypted, certificate checked, any host name. */
    VERIFY_CA("verify-ca"),
    /** Encrypted, but any certificate is accepted: no protection against a man in the middle. */
    REQUIRE("require"),
    /** Not encrypted. */
    DISABLE("disable");

    private final String sslMode;

    TlsMode(String sslMode) {
        this.sslMode = sslMode;
    }

    /** The value as connection strings write it. */
    public String sslMode() {
        return sslMode;
    }

    public boolean verifiesTheServer() {
        return this == VERIFY_FULL || this == VERIFY_CA;
    }
}
