package org.stylecodes.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stylecodes.ModelInfo;
import org.stylecodes.Request;
import org.stylecodes.Size;

/**
 * Warns the user of what a model draws badly. The request is drawn nevertheless.
 *
 * @param err where the warnings go
 */
record RequestWarnings(ModelInfo model, PrintWriter err) {
    private static final int MOST_WORDS = 10;

    /**
     * Checks requests that are drawn together, and warns of each problem once.
     *
     * @throws org.stylecodes.error.InvalidRequestException if the model cannot draw one of the requests at all
     */
    void of(List<Request> requests) {
        List<Request> filled = requests.stream().map(model::filled).toList();
        ofWords(filled.stream()
                .flatMap(request -> Stream.of(request.prompt(), request.negative()))
                .flatMap(text -> model.words().unknown(text).stream())
                .distinct()
                .toList());
        filled.stream()
                .map(Request::size)
                .filter(model::isFarBelowOwnSize)
                .distinct()
                .forEach(this::ofSize);
        err.flush();
    }

    private void ofSize(Size size) {
        err.println("the size is " + size + ", less than half of the " + model.size() + " that " + model.id()
                + " was trained for; the picture will be hard to recognize");
    }

    private void ofWords(List<String> unknown) {
        if (unknown.isEmpty()) {
            return;
        }
        String words =
                unknown.stream().limit(MOST_WORDS).map(word -> '"' + word + '"').collect(Collectors.joining(", "));
        String more = unknown.size() > MOST_WORDS ? " and " + (unknown.size() - MOST_WORDS) + " more" : "";
        boolean one = unknown.size() == 1;
        err.println(model.id() + " has not learned the word" + (one ? " " : "s ") + words + more
                + ", and may draw anything for " + (one ? "it" : "them")
                + "; 'stylecodes model info' lists the words that it knows");
    }
}
