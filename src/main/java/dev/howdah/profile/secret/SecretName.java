package dev.howdah.profile.secret;

import java.util.UUID;

/** Under what a secret is kept, itself no secret. */
public record SecretName(String text) {

    /** The password of a profile's user. */
    public static SecretName password(UUID profile) {
        return new SecretName("password/" + profile);
    }

    /** The API token of an account at a provider. */
    public static SecretName token(String provider, String account) {
        return new SecretName("token/" + provider + "/" + account);
    }
}
