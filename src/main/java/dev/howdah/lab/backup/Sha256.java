package dev.howdah.lab.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The sum that proves a file. Every Java has it. */
final class Sha256 {
    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
