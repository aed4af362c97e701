package org.stylecodes.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stylecodes.Request;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.CancelledException;

/** The Java client at servers that do not answer as a studio does. */
@Timeout(30)
class OtherServerTest {
    private HttpServer server;
    private StudioClient client;
    private int status = 200;
    private String body = "{}";
    private String location = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        client = StudioClient.at(
                URI.create("http://localhost:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        Thread.interrupted();
        server.stop(0);
    }

    @Test
    void aWebServerIsNoStudioThatIsNotReady() {
        body = "<html></html>";
        RefusedException refusal = assertThrows(RefusedException.class, client::isReady);
        assertEquals(200, refusal.status());
        assertTrue(refusal.getMessage().contains("not a studio"), refusal.getMessage());
    }

    @Test
    void aStudioWithoutItsModelIsNotReady() {
        status = 503;
        assertFalse(client.isReady());
    }

    @Test
    void aRedirectionIsRefusedWithItsTarget() {
        status = 302;
        location = "https://elsewhere.example/readyz";
        RefusedException refusal = assertThrows(RefusedException.class, client::isReady);
        assertEquals(302, refusal.status());
        assertTrue(refusal.getMessage().contains("points to https://elsewhere.example/readyz"), refusal.getMessage());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void anAnswerThatSaysNothingIsRefused(Consumer<StudioClient> call) {
        RefusedException refusal = assertThrows(RefusedException.class, () -> call.accept(client));
        assertEquals(200, refusal.status());
        assertTrue(refusal.getMessage().startsWith("the response of the studio cannot be read"), refusal.getMessage());
    }

    static Stream<Consumer<StudioClient>> calls() {
        return Stream.of(
                StudioClient::model,
                client -> client.random(1),
                client -> client.encode(new byte[1]),
                client -> client.share(StyleCode.parse("RIgP_58waM-Dx3A5idNo")),
                client -> client.begin(Request.of("a house")));
    }

    @Test
    void anInterruptedQuestionIsCancelled() {
        Thread.currentThread().interrupt();
        assertThrows(CancelledException.class, client::isReady);
        assertTrue(Thread.interrupted(), "the interrupt status is lost");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (!location.isEmpty()) {
                exchange.getResponseHeaders().set("Location", location);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
