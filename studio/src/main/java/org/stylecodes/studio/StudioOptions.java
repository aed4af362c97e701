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
 * The options of a studio. Immutable.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 for any free port
 * @param data the folder for pictures, and for the gallery if there is no database
 * @param database the JDBC URL of a PostgreSQL database; null for an SQLite file in the data folder
 * @param tokens the accepted tokens, of which a caller must present one; if empty, everybody who reaches the address may do
 *     everything
 * @param model opens the model; called twice, because encoding must not wait for drawing
 * @param origins the origins of other web pages that may call the API
 * @param demoGallery whether to fill an empty gallery with demo styles
 * @param limits what one caller may ask for
 * @param keep how long generations, and pictures that nothing refers to any more, are kept after they were last used; null to
 *     keep them forever
 * @param publicUrl the URL at which others reach the studio, such as {@code https://studio.example.org}; null to use the host
 *     that each caller names
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
    private static final int MIN_TOKEN_LENGTH = 16;
    private static final Duration MIN_KEEP = Duration.ofHours(1); // keeps what somebody works with

    /**
     * Checks the options.
     *
     * @throws InvalidRequestException if the port is out of range, the address can be reached from other machines but there is
     *     no token, a token is too short, {@code keep} is less than an hour, or the public URL is more than a scheme, a host
     *     and a port
     */
    public StudioOptions {
        if (port < 0 || port > 65535) {
            throw new InvalidRequestException("the port is " + port + "; expected 1 to 65535, or 0 for any free port");
        }
        if (publicUrl != null && !PUBLIC_URL.matcher(publicUrl).matches()) {
            throw new InvalidRequestException("the public URL is '" + publicUrl
                    + "'; expected http or https, a host and optionally a port, such as https://studio.example.org");
        }
        publicUrl = publicUrl == null ? null : normalized(publicUrl);
        origins = List.copyOf(origins);
        tokens = List.copyOf(tokens);
        for (String token : tokens) {
            if (token.length() < MIN_TOKEN_LENGTH) {
                throw new InvalidRequestException("a token has " + token.length() + " characters; expected at least "
                        + MIN_TOKEN_LENGTH + "; 'openssl rand -hex 24' makes a good one");
            }
        }
        if (keep != null && keep.compareTo(MIN_KEEP) < 0) {
            throw new InvalidRequestException("the time to keep unused generations and pictures is " + keep.toSeconds()
                    + " seconds; expected at least an hour");
        }
        if (tokens.isEmpty() && !isLoopback(host)) {
            throw new InvalidRequestException("the address " + host + " can be reached from other machines, so callers"
                    + " need a token: give --token-file or --token, or leave the address at 127.0.0.1");
        }
    }

    /** Options of a studio at 127.0.0.1, which only this machine can reach. */
    public static StudioOptions local(int port, Path data, Supplier<StyleCodes> model) {
        return new StudioOptions(
                "127.0.0.1", port, data, null, List.of(), model, List.of(), false, Limits.DEFAULT, null, null);
    }

    /**
     * These options with a database.
     *
     * @param url the JDBC URL of a PostgreSQL database; null for an SQLite file in the data folder
     */
    public StudioOptions database(@Nullable String url) {
        return new StudioOptions(host, port, data, url, tokens, model, origins, demoGallery, limits, keep, publicUrl);
    }

    /** These options with another address to listen on and the tokens that are accepted there. */
    public StudioOptions access(String host, List<String> tokens) {
        return new StudioOptions(
                host, port, data, database, tokens, model, origins, demoGallery, limits, keep, publicUrl);
    }

    /** These options with the origins of other web pages that may call the API. */
    public StudioOptions origins(List<String> origins) {
        return new StudioOptions(
                host, port, data, database, tokens, model, origins, demoGallery, limits, keep, publicUrl);
    }

    /** These options with or without demo styles in an empty gallery. */
    public StudioOptions demoGallery(boolean filled) {
        return new StudioOptions(host, port, data, database, tokens, model, origins, filled, limits, keep, publicUrl);
    }

    /** These options with other limits. */
    public StudioOptions limits(Limits limits) {
        return new StudioOptions(
                host, port, data, database, tokens, model, origins, demoGallery, limits, keep, publicUrl);
    }

    /** These options with another time after which unused generations and pictures are removed; null to keep them forever. */
    public StudioOptions keep(@Nullable Duration time) {
        return new StudioOptions(
                host, port, data, database, tokens, model, origins, demoGallery, limits, time, publicUrl);
    }

    /** These options with the URL at which others reach the studio, for example through a proxy. */
    public StudioOptions publicUrl(@Nullable String url) {
        return new StudioOptions(host, port, data, database, tokens, model, origins, demoGallery, limits, keep, url);
    }

    /** Whether only this machine can reach the address. */
    public boolean isLocal() {
        return isLoopback(host);
    }

    /** Who may use the studio. */
    AccessPolicy accessPolicy() {
        return new AccessPolicy(host, isLocal(), tokens, origins, publicUrl, limits.requestsPerSecond());
    }

    /** Whether the studio listens on every address of this machine. */
    boolean isEverywhere() {
        return address(host).isAnyLocalAddress();
    }

    /** The address and the data folder, without the secrets. */
    @Override
    public String toString() {
        return "StudioOptions[" + host + ":" + port + ", " + data + "]";
    }

    private static boolean isLoopback(String host) {
        return address(host).isLoopbackAddress();
    }

    // In lower case and without a default port, as browsers write an origin.
    private static String normalized(String url) {
        return url.toLowerCase(Locale.ROOT).replaceFirst("^(https://.*):443$|^(http://.*):80$", "$1$2");
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new InvalidRequestException("the address " + host + " is unknown on this machine; give one of its"
                    + " own addresses, such as 127.0.0.1 or 0.0.0.0");
        }
    }
}
