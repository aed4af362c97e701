package org.stylecodes.studio;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stylecodes.StyleCodes;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.studio.access.AccessPolicy;
import org.stylecodes.studio.limits.Limits;

/**
 * How a studio is to run.
 *
 * @param host the address to listen at
 * @param port the port to listen at; 0 for any that is free
 * @param data the folder of pictures, and of the gallery where no database is given
 * @param database the address of a PostgreSQL database, as JDBC writes it; null for a file in the data folder
 * @param tokens one of which callers must know; empty where everybody who reaches the address may do everything
 * @param model opens the model; asked twice, since encoding must not wait for drawing
 * @param origins the origins of other pages that may call the API
 * @param demoGallery whether an empty gallery is filled with demo styles
 * @param limits what one caller may ask
 * @param keep how long generations, and pictures that nothing names any more, are kept after they were last used; null for ever
 * @param publicUrl where others reach it, such as {@code https://studio.example.org}; null for the address that they name
 */
public record StudioOptions(
        String host,
        int port,
        Path data,
        @Nullable String database,
        List<String> tokens,
        Supplier<StyleCodes> model,
        List<String> origins,
        boolean demoGallery,
        Limits limits,
        @Nullable Duration keep,
        @Nullable String publicUrl) {
    private static final Pattern PUBLIC_URL =
            Pattern.compile("https?://(\\[[0-9a-f:.]+]|[a-z0-9._-]+)(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);
    private static final int SHORTEST_TOKEN = 16;
    private static final Duration SHORTEST_KEEP = Duration.ofHours(1); // what somebody is working with must stay

    /**
     * @throws InvalidRequestException if there is no such port, the address is open to others and there is no token, a token is
     *     too short, what nobody uses is to be kept for less than an hour, or the public address has more or less than a scheme and a host
     */
    public StudioOptions {
        if (port < 0 || port > 65535) {
            throw new InvalidRequestException(
                    "the port is " + port + "; expected 1 to 65535, or 0 for any that is free");
        }
        if (publicUrl != null && !PUBLIC_URL.matcher(publicUrl).matches()) {
            throw new InvalidRequestException("the public address is '" + publicUrl
                    + "'; expected http or https, a host and perhaps a port, such as https://studio.example.org");
        }
        publicUrl = publicUrl == null ? null : asBrowsersWriteIt(publicUrl);
        origins = List.copyOf(origins);
        tokens = List.copyOf(tokens);
        for (String token : tokens) {
            if (token.length() < SHORTEST_TOKEN) {
                throw new InvalidRequestException("a token has " + token.length() + " characters; expected at least "
                        + SHORTEST_TOKEN + ", such as those of 'openssl rand -hex 24'");
            }
        }
        if (keep != null && keep.compareTo(SHORTEST_KEEP) < 0) {
            throw new InvalidRequestException(
                    "what nobody uses is to be kept for " + keep.toSeconds() + " seconds; expected at least an hour");
        }
        if (tokens.isEmpty() && !isLoopback(host)) {
            throw new InvalidRequestException("the address " + host + " can be reached from other machines, so callers"
                    + " need a token: give --token-file or --token, or leave the address at 127.0.0.1");
        }
    }

    /** A studio for the user of this machine alone, at 127.0.0.1. */
    public static StudioOptions local(int port, Path data, Supplier<StyleCodes> model) {
        return new StudioOptions(
                "127.0.0.1", port, data, null, List.of(), model, List.of(), false, Limits.DEFAULT, null, null);
    }

    /** The same with a database. */
    public StudioOptions database(@Nullable String url) {
        return new StudioOptions(host, port, data, url, tokens, model, origins, demoGallery, limits, keep, publicUrl);
    }

    /** The same at another address, with what callers must know there. */
    public StudioOptions access(String host, List<String> tokens) {
        return new StudioOptions(
                host, port, data, database, tokens, model, origins, demoGallery, limits, keep, publicUrl);
    }

    /** The same for pages of other origins too. */
    public StudioOptions origins(List<String> origins) {
        return new StudioOptions(
                host, port, data, database, tokens, model, origins, demoGallery, limits, keep, publicUrl);
    }

    /** The same with or without demo styles in an empty gallery. */
    public StudioOptions demoGallery(boolean filled) {
        return new StudioOptions(host, port, data, database, tokens, model, origins, filled, limits, keep, publicUrl);
    }

    /** The same with other limits. */
    public StudioOptions limits(Limits limits) {
        return new StudioOptions(
                host, port, data, database, tokens, model, origins, demoGallery, limits, keep, publicUrl);
    }

    /** The same with a time after which what nobody uses is removed. */
    public StudioOptions keep(@Nullable Duration time) {
        return new StudioOptions(
                host, port, data, database, tokens, model, origins, demoGallery, limits, time, publicUrl);
    }

    /** The same with the address at which others reach it, through a proxy. */
    public StudioOptions publicUrl(@Nullable String url) {
        return new StudioOptions(host, port, data, database, tokens, model, origins, demoGallery, limits, keep, url);
    }

    /** Whether only this machine reaches the address. */
    public boolean isLocal() {
        return isLoopback(host);
    }

    /** Who may use the studio. */
    AccessPolicy accessPolicy() {
        return new AccessPolicy(host, isLocal(), tokens, origins, publicUrl, limits.requestsPerSecond());
    }

    /** Whether it listens at every address of this machine. */
    boolean isEverywhere() {
        return address(host).isAnyLocalAddress();
    }

    /** Where it listens and keeps its data; without the secrets. */
    @Override
    public String toString() {
        return "StudioOptions[" + host + ":" + port + ", " + data + "]";
    }

    private static boolean isLoopback(String host) {
        return address(host).isLoopbackAddress();
    }

    // In lower case, without a port that goes without saying.
    private static String asBrowsersWriteIt(String url) {
        return url.toLowerCase(Locale.ROOT).replaceFirst("^(https://.*):443$|^(http://.*):80$", "$1$2");
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new InvalidRequestException("the address " + host + " is not known on this machine; give one of its"
                    + " own addresses, such as 127.0.0.1 or 0.0.0.0");
        }
    }
}
