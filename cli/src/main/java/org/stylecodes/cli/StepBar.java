package org.stylecodes.cli;

import org.stylecodes.Progress;
import org.stylecodes.ProgressListener;

/**
 * Shows the steps of several requests that follow each other as one way. All of them must take as many steps.
 *
 * @param line where to
 * @param what is being done
 * @param request which request it is, the first being 0
 * @param requests how many there are
 */
record StepBar(ProgressLine line, String what, int request, int requests) implements ProgressListener {
    @Override
    public void progress(Progress progress) {
        line.advance(what, request * progress.steps() + progress.step(), requests * progress.steps());
    }
}
