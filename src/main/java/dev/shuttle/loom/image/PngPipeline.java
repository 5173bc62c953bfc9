package dev.shuttle.loom.image;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Passes blocks of filtered rows to {@link PngRows}, on a thread of its own where one is to be had. */
final class PngPipeline {
    private static final class Block {
        private final byte[] bytes;
        private final int row;
        private final int count;

        Block(byte[] bytes, int row, int count) {
            this.bytes = bytes;
            this.row = row;
            this.count = count;
        }
    }

    private static final int BLOCKS = 4;

    private final PngRows rows;
    private final RowTarget target;
    private final BlockingQueue<byte[]> empty = new ArrayBlockingQueue<>(BLOCKS);
    private final BlockingQueue<Block> full = new ArrayBlockingQueue<>(BLOCKS + 1);
    private final @Nullable Thread worker;
    private volatile @Nullable PictureException failure;

    PngPipeline(PngRows rows, RowTarget target, int blockBytes, boolean threaded) {
        this.rows = rows;
        this.target = target;
        for (int i = 0; i < (threaded ? BLOCKS : 1); i++) {
            empty.add(new byte[blockBytes]);
        }
        this.worker = threaded ? new Thread(this::work, "loom-png") : null;
        if (worker != null) {
            worker.setDaemon(true);
            worker.start();
        }
    }

    byte[] emptyBlock() throws PictureException {
        byte[] block = taken(empty);
        throwFailure();
        return block;
    }

    void filled(byte[] bytes, int row, int count) throws PictureException {
        if (worker != null) {
            full.add(new Block(bytes, row, count));
        } else {
            rows.accept(bytes, row, count, target);
            empty.add(bytes);
        }
    }

    /** Waits until all blocks are through. */
    void finish() throws PictureException {
        if (worker == null) {
            return;
        }
        full.add(new Block(new byte[0], 0, 0));
        boolean interrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        throwFailure();
    }

    private void work() {
        for (Block block = taken(full); block.count > 0; block = taken(full)) {
            try {
                if (failure == null) {
                    rows.accept(block.bytes, block.row, block.count, target);
                }
            } catch (PictureException problem) {
                failure = problem;
            } catch (RuntimeException | OutOfMemoryError problem) {
                failure = ReaderFaults.of(problem, PictureFormat.PNG);
            }
            empty.add(block.bytes);
        }
    }

    private void throwFailure() throws PictureException {
        PictureException problem = failure;
        if (problem != null) {
            throw problem;
        }
    }

    private static <T> T taken(BlockingQueue<T> queue) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return queue.take();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
