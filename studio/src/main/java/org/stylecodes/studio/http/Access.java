package org.stylecodes.studio.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.SameSite;
import io.javalin.router.Endpoint;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stylecodes.studio.StudioOptions;

/**
 * Who may do what. Pages of other sites that a user has open may do nothing, whether there is a token or not: a request that
 * changes something must not come from another origin, and one to this machine must name this machine, or a foreign name
 * could be made to lead here (DNS rebinding).
 */
final class Access {
    private static final String SESSION = "/api/v1/session";
    private static final String COOKIE = "stylecodes";
    private static final String BEARER = "Bearer ";
    private static final String OWN_HEADER = "X-StyleCodes";
    private static final Pattern HOST = Pattern.compile("(\\[[0-9a-f:.]+]|[a-z0-9._-]+)(:\\d{1,5})?");
    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);
    private static final int BURST_SECONDS = 5;
    private static final int LONGEST_SESSION = 4096; // bytes, since anybody may send them

    private final StudioOptions options;
    private final @Nullable Tokens tokens;
    private final @Nullable RateLimit rate;
    private final RateLimit guesses = RateLimit.ofGuesses(System::nanoTime);

    Access(StudioOptions options) {
        this.options = options;
        this.tokens = options.tokens().isEmpty() ? null : new Tokens(options.tokens());
        int perSecond = options.limits().requestsPerSecond();
        this.rate =
                perSecond == 0 ? null : new RateLimit(perSecond, (double) perSecond * BURST_SECONDS, System::nanoTime);
    }

    /** What a caller says to get a cookie. */
    record Session(@Nullable String token) {}

    void add(RoutesConfig routes) {
        routes.before(this::check);
        routes.beforeMatched(this::admit);
        routes.post(SESSION, this::open);
    }

    /** Whether a caller has shown the token, or none is wanted. */
    boolean isKnown(Context context) {
        return tokens == null || holder(context).isPresent();
    }

    /** The origin of the server: what the options say, or as the caller names it. */
    String origin(Context context) {
        return options.publicUrl() != null ? options.publicUrl() : "http://" + host(context);
    }

    private void check(Context context) {
        host(context);
        boolean foreign = origins(context);
        if (context.method() == HandlerType.OPTIONS && foreign) {
            context.status(204).skipRemainingHandlers();
            return;
        }
        if (rate != null && !rate.take(holder(context).orElse(context.ip()))) {
            context.header("Retry-After", "1");
            throw new ProblemException(429, "Too many requests", "there were too many requests from you; slow down");
        }
    }

    // By the route that was found, not by the address, which can be written in many ways.
    private void admit(Context context) {
        Endpoint route = context.endpoints().matchedHttpEndpoint(); // none where the page says that there is nothing
        if (route == null || isOpen(route.path)) {
            return;
        }
        if (!isKnown(context)) {
            if (context.header("Authorization") != null) {
                guess(context);
            }
            throw unauthorized(context);
        }
        boolean byCookie = tokens != null && bearer(context).isEmpty();
        if (byCookie && !READING.contains(context.method()) && context.header(OWN_HEADER) == null) {
            throw new ProblemException(
                    403, "Forbidden", "a request that changes something needs the header " + OWN_HEADER + ": 1");
        }
    }

    private void open(Context context) {
        String given = Optional.ofNullable(
                        Json.read(context, Session.class, LONGEST_SESSION).token())
                .orElse("");
        if (tokens != null) {
            if (tokens.holder(given).isEmpty()) {
                guess(context);
                throw unauthorized(context);
            }
            Cookie cookie = new Cookie(COOKIE, tokens.cookie(given, System.currentTimeMillis()));
            cookie.setPath("/");
            cookie.setHttpOnly(true);
            cookie.setSecure(origin(context).startsWith("https:"));
            cookie.setSameSite(SameSite.STRICT);
            cookie.setMaxAge(Tokens.validSeconds());
            context.cookie(cookie);
        }
        context.status(204);
    }

    // Only who is wrong pays, or whoever shares an address, as all do behind a proxy, could lock the others out.
    private void guess(Context context) {
        if (!guesses.take(context.ip())) {
            context.header("Retry-After", String.valueOf(RateLimit.GUESS_SECONDS));
            throw new ProblemException(
                    429, "Too many requests", "there were too many wrong tokens from your address; wait a little");
        }
    }

    /** The checked name of the server in the request. */
    private String host(Context context) {
        String host = Optional.ofNullable(context.host()).orElse("").toLowerCase(Locale.ROOT);
        if (!HOST.matcher(host).matches()) {
            throw ProblemException.malformed("the Host header is missing or no name of a server");
        }
        String name = host.replaceFirst(":\\d+$", "");
        if (tokens == null && options.isLocal() && !LOCAL_NAMES.contains(name) && !name.equals(options.host())) {
            throw new ProblemException(
                    421,
                    "Misdirected request",
                    "this studio answers on its own machine only; open it as localhost or 127.0.0.1");
        }
        return host;
    }

    /** Refuses changes that the page of another site asks for; tells browsers which other origins may. */
    private boolean origins(Context context) {
        String origin = context.header("Origin");
        if (origin == null) {
            if (!READING.contains(context.method()) && "cross-site".equals(context.header("Sec-Fetch-Site"))) {
                throw crossSite();
            }
            return false;
        }
        context.res().addHeader("Vary", "Origin");
        if (options.origins().contains(origin)) {
            context.header("Access-Control-Allow-Origin", origin)
                    .header("Access-Control-Allow-Methods", "GET, POST, PATCH, DELETE")
                    .header("Access-Control-Allow-Headers", "Authorization, Content-Type, Last-Event-ID, " + OWN_HEADER)
                    .header("Access-Control-Expose-Headers", "Location, Retry-After")
                    .header("Access-Control-Max-Age", "600");
            return true;
        }
        if (!READING.contains(context.method()) && !isOwn(origin, context)) {
            throw crossSite();
        }
        return false;
    }

    private boolean isOwn(String origin, Context context) {
        if (origin.equals(options.publicUrl())) { // whatever name the proxy calls this server by
            return true;
        }
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(host(context));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static ProblemException crossSite() {
        return new ProblemException(
                403, "Forbidden", "pages of other sites may not change anything here; --cors names those that may");
    }

    // The page itself, which asks for the token, and what other sites show of a link.
    private static boolean isOpen(String route) {
        boolean guarded = route.startsWith("/api/")
                || route.startsWith("/v1/")
                || route.startsWith("/sdapi/")
                || route.equals("/metrics");
        return !guarded || route.equals(SESSION);
    }

    /** Whose token the caller has shown, in either way. */
    private Optional<String> holder(Context context) {
        return bearer(context).or(() -> cookie(context));
    }

    private Optional<String> bearer(Context context) {
        String given = context.header("Authorization");
        return tokens != null && given != null && given.startsWith(BEARER)
                ? tokens.holder(given.substring(BEARER.length()))
                : Optional.empty();
    }

    private Optional<String> cookie(Context context) {
        String cookie = context.cookie(COOKIE);
        return tokens != null && cookie != null
                ? tokens.cookieHolder(cookie, System.currentTimeMillis())
                : Optional.empty();
    }

    private static ProblemException unauthorized(Context context) {
        context.header("WWW-Authenticate", "Bearer");
        return new ProblemException(401, "Unauthorized", "this studio wants its token, as a bearer token or a session");
    }
}
