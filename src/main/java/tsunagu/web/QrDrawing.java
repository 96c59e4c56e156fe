package tsunagu.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** A two-dimensional code as SVG: sharp on a screen and in print. Level Q, so that a folded sheet is still read. */
public final class QrDrawing {

    private static final int QUIET_ZONE = 4;

    private QrDrawing() {}

    public static String svg(String content) {
        BitMatrix code = encode(content);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\">"
                        .formatted(code.getWidth(), code.getHeight())
                + "<path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/>".formatted(code.getWidth(), code.getHeight())
                + "<path d=\"" + path + "\"/></svg>";
    }

    /** The same in rows of dark (true) and light, with its quiet zone, for whoever draws it in another way. */
    public static boolean[][] modules(String content) {
        BitMatrix code = encode(content);
        boolean[][] rows = new boolean[code.getHeight()][code.getWidth()];
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < rows[y].length; x++) {
                rows[y][x] = code.get(x, y);
            }
        }
        return rows;
    }

    private static BitMatrix encode(String content) {
        try {
            return new QRCodeWriter()
                    .encode(
                            content,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.Q,
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE));
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}
