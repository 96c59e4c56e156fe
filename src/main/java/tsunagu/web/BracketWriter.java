package tsunagu.web;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import tsunagu.shared.Readings;

/**
 * What {@link ReadingWriter} does not get to see: attributes that Faces writes by itself (those with the prefix for pass-through). Their
 * readings are put in brackets on the way out.
 */
final class BracketWriter extends FilterWriter {

    BracketWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int letter) throws IOException {
        String instead = Readings.inBrackets((char) letter);
        if (instead == null) {
            out.write(letter);
        } else {
            out.write(instead);
        }
    }

    @Override
    public void write(char[] letters, int from, int count) throws IOException {
        int begin = from;
        for (int i = from; i < from + count; i++) {
            String instead = Readings.inBrackets(letters[i]);
            if (instead != null) {
                out.write(letters, begin, i - begin);
                out.write(instead);
                begin = i + 1;
            }
        }
        out.write(letters, begin, from + count - begin);
    }

    @Override
    public void write(String text, int from, int count) throws IOException {
        if (Readings.in(text)) {
            write(text.toCharArray(), from, count);
        } else {
            out.write(text, from, count);
        }
    }
}
