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
 * Checks the token, the rate and the origin of every request. Web pages of other sites must not act for a user who has them
 * open, whether the studio has a token or not. So a request that changes something must not come from another origin. And if
 * only this machine can reach the studio, a request must name this machine as its host; otherwise an attacker could point a
 * foreign name here (DNS rebinding). Thread-safe.
 */
public final class AccessControl implements Routes {
    private static final String SESSION = "/api/v1/session";
    private static final String COOKIE = "stylecodes";
    private static final String BEARER = "Bearer ";
    private static final String OWN_HEADER = "X-StyleCodes";
    private static final Pattern HOST = Pattern.compile("(\\[[0-9a-f:.]+]|[a-z0-9._-]+)(:\\d{1,5})?");
    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);
    // Browsers send these values if the user or the studio's own page made the request. Programs send no such header.
    private static final Set<String> TRUSTED_SITES = Set.of("none", "same-origin");
    private static final int BURST_SECONDS = 5;
    private static final int MAX_SESSION_BYTES = 4096; // small, because callers without a token may send it

    private final AccessPolicy policy;
    private final @Nullable TokenVerifier tokens;
    private final @Nullable RateLimiter rate;
    private final RateLimiter wrongTokens = RateLimiter.ofWrongTokens(System::nanoTime);

    /** @param policy the policy to enforce */
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

    /** Whether the caller has presented a valid token, or the studio needs none. */
    public boolean isKnown(Context context) {
        return tokens == null || holder(context).isPresent();
    }

    /** The origin of the server: the public URL, or else the host that the caller names. */
    public String origin(Context context) {
        return policy.publicUrl() != null ? policy.publicUrl() : "http://" + host(context);
    }

    /**
     * Whether this request may start drawing the samples of the style that it looks at. A caller without a token may only look.
     * So may pages of other sites, because they could make any browser request any code.
     */
    public boolean mayStartDrawing(Context context) {
        String site = context.header("Sec-Fetch-Site");
        return context.method() == HandlerType.GET
                && isKnown(context)
                && (site == null || TRUSTED_SITES.contains(site));
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
            throw new ProblemException(
                    429,
                    "Too many requests",
                    "you have sent too many requests; wait a second and send them more slowly");
        }
    }

    // Decides by the matched route, because one address can be written in many ways.
    private void admit(Context context) {
        Endpoint route = context.endpoints().matchedHttpEndpoint(); // null if nothing matches; the page then answers
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
                        Json.read(context, Session.class, MAX_SESSION_BYTES).token())
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

    // Only wrong tokens count. Otherwise callers that share an address, for example behind a proxy, could lock each
    // other out.
    private void countWrongToken(Context context) {
        if (!wrongTokens.tryAcquire(context.ip())) {
            context.header("Retry-After", String.valueOf(RateLimiter.SECONDS_PER_WRONG_TOKEN));
            throw new ProblemException(
                    429,
                    "Too many requests",
                    "there were too many wrong tokens from your address; wait before you try again");
        }
    }

    /** The host that the request names, after it was checked. */
    private String host(Context context) {
        String host = Optional.ofNullable(context.host()).orElse("").toLowerCase(Locale.ROOT);
        if (!HOST.matcher(host).matches()) {
            throw ProblemException.malformed(
                    "the Host header is missing or invalid; expected a host name and optionally a port");
        }
        String name = host.replaceFirst(":\\d+$", "");
        if (tokens == null && policy.isLocal() && !LOCAL_NAMES.contains(name) && !name.equals(policy.host())) {
            throw new ProblemException(
                    421,
                    "Misdirected request",
                    "this studio can only be used from its own machine; open it as localhost or 127.0.0.1");
        }
        return host;
    }

    /**
     * Refuses changes that pages of other sites request, and tells browsers which origins may make them. Returns whether the
     * request comes from one of the configured origins.
     */
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
        if (origin.equals(policy.publicUrl())) { // a proxy may use another host name for this server
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
                403,
                "Forbidden",
                "pages of other sites may not change anything here; start the server with --cors to allow an origin");
    }

    // Open routes are the page itself, which asks for the token, and the previews that other sites show of a link.
    private static boolean isOpen(String route) {
        boolean guarded = ApiPath.of(route).isPresent() || route.equals("/metrics");
        return !guarded || route.equals(SESSION);
    }

    /** The holder of the token that the caller presented, as a bearer token or by a cookie. */
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
        return new ProblemException(
                401, "Unauthorized", "this studio requires a token; send it as a bearer token or open a session");
    }
}
