package tsunagu.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The part of an address that one household, school or office shares: the first 24 bits of IPv4, 64 of IPv6. */
final class Network {

    /** Only digits and separators: a name would be looked up. */
    private static final Pattern LITERAL = Pattern.compile("[0-9A-Fa-f:.]{2,45}(%.{1,16})?");

    private static final int V4 = 3;
    private static final int V6 = 8;

    private Network() {}

    /** @param address as the server gives it; anything that is none is one network of its own */
    static String of(String address) {
        if (address == null || !LITERAL.matcher(address).matches()) {
            return "unknown";
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, bytes.length == 4 ? V4 : V6));
        } catch (UnknownHostException none) {
            return "unknown";
        }
    }
}
