package org.stylecodes.studio.access;

import io.javalin.config.JavalinConfig;
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
import org.stylecodes.studio.http.ApiPath;
import org.stylecodes.studio.http.Json;
import org.stylecodes.studio.http.ProblemException;
import org.stylecodes.studio.http.Routes;

/**
 * Checks every request: its token, its rate and its origin. Pages of other sites that a user has open may do nothing, whether
 * there is a token or not: a request that changes something must not come from another origin, and a request to this machine
 * must name this machine, or a foreign name could be made to point here (DNS rebinding). Thread-safe.
 */
public final class AccessControl implements Routes {
    private static final String SESSION = "/api/v1/session";
    private static final String COOKIE = "stylecodes";
    private static final String BEARER = "Bearer ";
    private static final String OWN_HEADER = "X-StyleCodes";
    private static final Pattern HOST = Pattern.compile("(\\[[0-9a-f:.]+]|[a-z0-9._-]+)(:\\d{1,5})?");
    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);
    // Browsers send these if the user or this studio's own page asked; programs send nothing.
    private static final Set<String> OWN_SITES = Set.of("none", "same-origin");
    private static final int BURST_SECONDS = 5;
    private static final int LONGEST_SESSION = 4096; // bytes; anybody may send them

    private final AccessPolicy policy;
    private final @Nullable TokenVerifier tokens;
    private final @Nullable RateLimiter rate;
    private final RateLimiter wrongTokens = RateLimiter.ofWrongTokens(System::nanoTime);

    /** @param policy to enforce */
    public AccessControl(AccessPolicy policy) {
        this.policy = policy;
        this.tokens = policy.tokens().isEmpty() ? null : new TokenVerifier(policy.tokens());
        int perSecond = policy.requestsPerSecond();
        this.rate = perSecond == 0
                ? null
                : new RateLimiter(perSecond, (double) perSecond * BURST_SECONDS, System::nanoTime);
    }

    /** The body of a request for a session cookie. */
    record Session(@Nullable String token) {}

    @Override
    public void add(JavalinConfig config) {
        RoutesConfig routes = config.routes;
        routes.before(this::check);
        routes.beforeMatched(this::admit);
        routes.post(SESSION, this::open);
    }

    /** Whether the caller has shown a token, or none is needed. */
    public boolean isKnown(Context context) {
        return tokens == null || holder(context).isPresent();
    }

    /** The origin of the server: the public URL, or else the name that the caller uses. */
    public String origin(Context context) {
        return policy.publicUrl() != null ? policy.publicUrl() : "http://" + host(context);
    }

    /**
     * Whether a look at a style may have its samples drawn. A caller without a token may only look, and so may pages of other
     * sites, which could make any browser ask for any code.
     */
    public boolean mayStartDrawing(Context context) {
        String site = context.header("Sec-Fetch-Site");
        return context.method() == HandlerType.GET && isKnown(context) && (site == null || OWN_SITES.contains(site));
    }

    private void check(Context context) {
        host(context);
        boolean foreign = origins(context);
        if (context.method() == HandlerType.OPTIONS && foreign) {
            context.status(204).skipRemainingHandlers();
            return;
        }
        if (rate != null && !rate.tryAcquire(holder(context).orElse(context.ip()))) {
            context.header("Retry-After", "1");
            throw new ProblemException(429, "Too many requests", "there were too many requests from you; slow down");
        }
    }

    // By the matched route, because an address can be written in many ways.
    private void admit(Context context) {
        Endpoint route =
                context.endpoints().matchedHttpEndpoint(); // null where nothing matches, which the page answers
        if (route == null || isOpen(route.path)) {
            return;
        }
        if (!isKnown(context)) {
            if (context.header("Authorization") != null) {
                countWrongToken(context);
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
                countWrongToken(context);
                throw unauthorized(context);
            }
            Cookie cookie = new Cookie(COOKIE, tokens.cookie(given, System.currentTimeMillis()));
            cookie.setPath("/");
            cookie.setHttpOnly(true);
            cookie.setSecure(origin(context).startsWith("https:"));
            cookie.setSameSite(SameSite.STRICT);
            cookie.setMaxAge(TokenVerifier.validSeconds());
            context.cookie(cookie);
        }
        context.status(204);
    }

    // Only wrong tokens count; otherwise callers who share an address, as behind a proxy, could lock each other out.
    private void countWrongToken(Context context) {
        if (!wrongTokens.tryAcquire(context.ip())) {
            context.header("Retry-After", String.valueOf(RateLimiter.SECONDS_PER_WRONG_TOKEN));
            throw new ProblemException(
                    429, "Too many requests", "there were too many wrong tokens from your address; wait a little");
        }
    }

    /** The server's name as the request gives it, checked. */
    private String host(Context context) {
        String host = Optional.ofNullable(context.host()).orElse("").toLowerCase(Locale.ROOT);
        if (!HOST.matcher(host).matches()) {
            throw ProblemException.malformed("the Host header is missing or is not the name of a server");
        }
        String name = host.replaceFirst(":\\d+$", "");
        if (tokens == null && policy.isLocal() && !LOCAL_NAMES.contains(name) && !name.equals(policy.host())) {
            throw new ProblemException(
                    421,
                    "Misdirected request",
                    "this studio answers on its own machine only; open it as localhost or 127.0.0.1");
        }
        return host;
    }

    /** Refuses changes requested by pages of other sites; tells browsers which other origins may make them. */
    private boolean origins(Context context) {
        String origin = context.header("Origin");
        if (origin == null) {
            if (!READING.contains(context.method()) && "cross-site".equals(context.header("Sec-Fetch-Site"))) {
                throw crossSite();
            }
            return false;
        }
        context.res().addHeader("Vary", "Origin");
        if (policy.origins().contains(origin)) {
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
        if (origin.equals(policy.publicUrl())) { // a proxy may call this server by another name
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

    // The page itself, which asks for the token, and the previews that other sites show of a link.
    private static boolean isOpen(String route) {
        boolean guarded = ApiPath.of(route).isPresent() || route.equals("/metrics");
        return !guarded || route.equals(SESSION);
    }

    /** The holder of the token that the caller has shown, as a bearer token or by a cookie. */
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
