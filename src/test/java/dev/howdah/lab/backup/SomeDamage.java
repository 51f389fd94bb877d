package dev.howdah.lab.backup;

import java.util.Arrays;
import java.util.Random;

/** What disks and networks do to files. */
final class SomeDamage {
    static final int FEW = 60;
    static final int MANY = 1_000;

    private SomeDamage() {}

    /** Cut somewhere, or with one bit flipped. */
    static byte[] done(byte[] whole, Random random) {
        if (random.nextBoolean()) {
            return Arrays.copyOf(whole, random.nextInt(whole.length));
        }
        byte[] flipped = whole.clone();
        flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }
}
