package org.stylecodes.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.razorvine.pickle.IObjectConstructor;
import net.razorvine.pickle.Opcodes;
import net.razorvine.pickle.PickleException;
import net.razorvine.pickle.Unpickler;

/**
 * Reads the pickle inside a PyTorch file. A pickle is a program. This reader lets it build only dictionaries, lists, numbers, strings and
 * {@link StoredTensor}s. Every other operation and class is refused by name and never runs.
 */
final class TensorPickle extends Unpickler {
    private static final Set<Short> OPERATIONS = Set.of(
            Opcodes.PROTO,
            Opcodes.STOP,
            Opcodes.MARK,
            Opcodes.NONE,
            Opcodes.NEWTRUE,
            Opcodes.NEWFALSE,
            Opcodes.BININT,
            Opcodes.BININT1,
            Opcodes.BININT2,
            Opcodes.LONG1,
            Opcodes.BINFLOAT,
            Opcodes.BINUNICODE,
            Opcodes.TUPLE,
            Opcodes.EMPTY_TUPLE,
            Opcodes.TUPLE1,
            Opcodes.TUPLE2,
            Opcodes.TUPLE3,
            Opcodes.EMPTY_LIST,
            Opcodes.APPEND,
            Opcodes.APPENDS,
            Opcodes.EMPTY_DICT,
            Opcodes.SETITEM,
            Opcodes.SETITEMS,
            Opcodes.BINPUT,
            Opcodes.LONG_BINPUT,
            Opcodes.BINGET,
            Opcodes.LONG_BINGET,
            Opcodes.GLOBAL,
            Opcodes.REDUCE,
            Opcodes.BUILD,
            Opcodes.BINPERSID);

    private static final Map<String, IObjectConstructor> CLASSES = Map.ofEntries(
            Map.entry("torch._utils._rebuild_tensor_v2", TensorPickle::tensor),
            Map.entry("torch._utils._rebuild_parameter", arguments -> arguments[0]),
            Map.entry("collections.OrderedDict", TensorPickle::dictionary),
            Map.entry("torch.DoubleStorage", new StorageType(Dtype.F64)),
            Map.entry("torch.FloatStorage", new StorageType(Dtype.F32)),
            Map.entry("torch.HalfStorage", new StorageType(Dtype.F16)),
            Map.entry("torch.BFloat16Storage", new StorageType(Dtype.BF16)),
            Map.entry("torch.LongStorage", new StorageType(Dtype.I64)),
            Map.entry("torch.IntStorage", new StorageType(Dtype.I32)),
            Map.entry("torch.ShortStorage", new StorageType(Dtype.I16)),
            Map.entry("torch.CharStorage", new StorageType(Dtype.I8)),
            Map.entry("torch.ByteStorage", new StorageType(Dtype.U8)),
            Map.entry("torch.BoolStorage", new StorageType(Dtype.BOOL)));

    /** The element type of a storage. The pickle names it as a class. */
    private record StorageType(Dtype dtype) implements IObjectConstructor {
        @Override
        public Object construct(Object[] arguments) {
            throw new PickleException(
                    "the pickle constructs a storage of " + dtype + " where only the type is expected");
        }
    }

    private final byte[] pickle;
    private final InputStream bytes;

    TensorPickle(byte[] pickle) {
        this.pickle = pickle;
        this.bytes = new ByteArrayInputStream(pickle);
    }

    /** Reads the whole pickle. */
    Object read() throws IOException {
        return load(bytes);
    }

    /** The position of the next byte to read. */
    long position() throws IOException {
        return pickle.length - bytes.available();
    }

    @Override
    protected Object dispatch(short operation) throws IOException {
        if (!OPERATIONS.contains(operation)) {
            throw new PickleException("the pickle has the operation 0x" + Integer.toHexString(operation)
                    + ", which weights do not need; it was refused");
        }
        switch (operation) {
            case Opcodes.GLOBAL -> stack.add(permitted(line() + "." + line()));
            case Opcodes.BINUNICODE -> stack.add(text());
            case Opcodes.SETITEM -> {
                Object value = stack.pop();
                put(List.of(stack.pop(), value));
            }
            case Opcodes.SETITEMS -> put(stack.pop_all_since_marker());
            // BUILD sets attributes of a state dictionary (versions of its modules), which do not affect its tensors.
            case Opcodes.BUILD -> stack.pop();
            default -> {
                return super.dispatch(operation);
            }
        }
        return NO_RETURN_VALUE;
    }

    @Override
    protected Object persistentLoad(Object id) {
        Object[] parts = (Object[]) id;
        if (parts.length != 5 || !"storage".equals(parts[0]) || !(parts[1] instanceof StorageType type)) {
            throw new PickleException("a storage is not described by its type, key, device and number of elements");
        }
        return new StoredTensor.Storage((String) parts[2], type.dtype(), number(parts[4]));
    }

    private static IObjectConstructor permitted(String name) {
        IObjectConstructor constructor = CLASSES.get(name);
        if (constructor == null) {
            throw new PickleException(
                    "contains the Python object " + name
                            + ", which weights do not need; it was refused and did not run. Use a safetensors version of the file");
        }
        return constructor;
    }

    private static Object dictionary(Object[] arguments) {
        if (arguments.length != 0) {
            throw new PickleException(
                    "a dictionary is made from a list of pairs, as Python 2 did, which is not supported");
        }
        return new LinkedHashMap<>();
    }

    private static Object tensor(Object[] arguments) {
        return new StoredTensor(
                (StoredTensor.Storage) arguments[0],
                number(arguments[1]),
                numbers(arguments[2]),
                numbers(arguments[3]));
    }

    private void put(List<Object> pairs) {
        @SuppressWarnings("unchecked")
        Map<Object, Object> dictionary = (Map<Object, Object>) stack.peek();
        for (int i = 0; i < pairs.size(); i += 2) {
            Object key = pairs.get(i);
            // Other keys could be cyclic containers, whose hash code would never be computed.
            if (!(key instanceof String) && !(key instanceof Number)) {
                throw new PickleException("a dictionary has a key that is neither a string nor a number");
            }
            dictionary.put(key, pairs.get(i + 1));
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = bytes.read(); next != '\n'; next = bytes.read()) {
            if (next < 0) {
                throw new PickleException("the pickle is truncated");
            }
            line.append((char) next);
        }
        return line.toString();
    }

    private String text() throws IOException {
        long length = 0;
        for (byte next : bytes.readNBytes(Integer.BYTES)) {
            length = length >>> 8 | (next & 0xFFL) << 24;
        }
        if (length > bytes.available()) {
            throw new PickleException("a string of " + length + " bytes does not fit into the rest of the pickle");
        }
        return new String(bytes.readNBytes((int) length), StandardCharsets.UTF_8);
    }

    private static List<Long> numbers(Object value) {
        return Arrays.stream((Object[]) value).map(TensorPickle::number).toList();
    }

    private static long number(Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        throw new PickleException("expected a whole number in the description of a tensor");
    }
}
