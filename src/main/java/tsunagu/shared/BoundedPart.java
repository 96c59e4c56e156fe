package tsunagu.shared;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A part of a packed file while it is unpacked: stops when it, or all parts together, become too much. */
final class BoundedPart extends FilterInputStream {

    /** A tag of XML is held whole by its parser. */
    private static final int LONGEST_TAG = 64 * 1024;

    private final long packed;
    private final Budget budget;
    private long read;
    private int sinceTag;
    private boolean inTag;

    /** What all parts of a file may still unpack to. */
    static final class Budget {

        private final int most;
        private long used;

        Budget(int most) {
            this.most = most;
        }
    }

    /** @param packed its size in the file */
    BoundedPart(InputStream in, long packed, Budget budget) {
        super(in);
        this.packed = packed;
        this.budget = budget;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        if (octet >= 0) {
            count(1);
            tag((byte) octet);
        }
        return octet;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = super.read(into, from, length);
        if (count > 0) {
            count(count);
            for (int i = from; i < from + count; i++) {
                tag(into[i]);
            }
        }
        return count;
    }

    private void count(int more) {
        read += more;
        budget.used += more;
        if (budget.used > budget.most) {
            throw new DomainException("web.error.tableUnpacked", budget.most / 1024 / 1024);
        }
        if (read > WorkbookCopy.RATIO_FLOOR && read > Math.max(packed, 1) * WorkbookCopy.MOST_RATIO) {
            throw new DomainException("web.error.tableRatio", WorkbookCopy.MOST_RATIO);
        }
    }

    private void tag(byte octet) {
        if (octet == '<') {
            inTag = true;
            sinceTag = 0;
        } else if (octet == '>') {
            inTag = false;
        } else if (inTag && ++sinceTag > LONGEST_TAG) {
            throw new DomainException("web.error.tableFile");
        }
    }
}
