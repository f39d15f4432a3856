package io.ambit.core.memory.redact;

import java.util.HashSet;
import java.util.Set;

/** The words that marks may hold: a mark with any other is no mark, so that nothing hides in one. */
final class Labels {
    static final String PASSWORD = "password";
    static final String URL_PASSWORD = "password in url";
    static final String ASSIGNED = "secret";
    static final String AUTHORIZATION = "authorization";
    static final String COOKIE = "cookie";
    static final String SIGNATURE = "url signature";
    static final String PRIVATE_KEY = "private key";
    static final String JWT = "json web token";
    static final String LIKE_A_KEY = "key like text";
    static final String WEBHOOK = "webhook address";
    static final String TELEGRAM = "telegram bot token";
    static final String DISCORD = "discord bot token";
    static final String SENDGRID = "sendgrid key";
    static final String MAILCHIMP = "mailchimp key";
    static final String AZURE_CLIENT = "azure client secret";
    static final String AIRTABLE = "airtable token";
    static final String TERRAFORM = "terraform cloud token";

    private static final Set<String> KNOWN = known();

    private Labels() {}

    static boolean isKnown(String label) {
        return KNOWN.contains(label);
    }

    private static Set<String> known() {
        Set<String> known = new HashSet<>(Set.of(
                PASSWORD,
                URL_PASSWORD,
                ASSIGNED,
                AUTHORIZATION,
                COOKIE,
                SIGNATURE,
                PRIVATE_KEY,
                JWT,
                LIKE_A_KEY,
                WEBHOOK,
                TELEGRAM,
                DISCORD,
                SENDGRID,
                MAILCHIMP,
                AZURE_CLIENT,
                AIRTABLE,
                TERRAFORM));
        KeyForms.ALL.forEach(form -> known.add(form.label()));
        return Set.copyOf(known);
    }
}
