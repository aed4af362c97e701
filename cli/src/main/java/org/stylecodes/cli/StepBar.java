package org.stylecodes.cli;

import org.stylecodes.Progress;
import org.stylecodes.ProgressListener;

/**
 * Shows the steps of several consecutive requests as one progress bar. All requests must have the same number of steps.
 *
 * @param line the line that shows the bar
 * @param what what is being done
 * @param request the index of the request, from 0
 * @param requests how many requests there are
 */
record StepBar(ProgressLine line, String what, int request, int requests) implements ProgressListener {
    @Override
    public void progress(Progress progress) {
        line.advance(what, request * progress.steps() + progress.step(), requests * progress.steps());
    }
}
