package dev.howdah.backup.file;

import dev.howdah.core.file.Checksum;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** Sums up bytes in the way of one kind of checksum. */
interface RunningSum {
    void add(byte[] bytes, int offset, int length);

    /** Once, at the end. */
    byte[] sum();

    static RunningSum of(Checksum.Kind kind) {
        return switch (kind) {
            case CRC_32 -> new Cyclic(new CRC32());
            case CRC_32C -> new Cyclic(new CRC32C());
            case SHA_512, SHA_256, SHA_1, MD5 -> new Digest(digest(kind));
        };
    }

    private static MessageDigest digest(Checksum.Kind kind) {
        try {
            return MessageDigest.getInstance(kind.words());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A cryptographic one. */
    record Digest(MessageDigest digest) implements RunningSum {
        @Override
        public void add(byte[] bytes, int offset, int length) {
            digest.update(bytes, offset, length);
        }

        @Override
        public byte[] sum() {
            return digest.digest();
        }
    }

    /** One that finds accidents only. */
    record Cyclic(java.util.zip.Checksum cyclic) implements RunningSum {
        @Override
        public void add(byte[] bytes, int offset, int length) {
            cyclic.update(bytes, offset, length);
        }

        @Override
        public byte[] sum() {
            return ByteBuffer.allocate(4).putInt((int) cyclic.getValue()).array();
        }
    }
}
