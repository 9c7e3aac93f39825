// ELK makes itself the voice of the thread it is loaded in: it hears `layout`, it posts the graph with its places.
import 'elkjs/lib/elk-worker.min.js';
