import { connect, createServer, type Socket } from 'node:net';

/** Slow 3G as WebPageTest and Lighthouse have it. */
export const SLOW_3G = { bytesPerSecond: 400_000 / 8, roundTripMs: 400 };

/** A line to a server of this machine that can be made slow. */
export interface Line {
	address: string;
	/** Begins with new connections, as a visitor does who comes back another day. */
	setSlow: (slow: boolean) => void;
	close: () => Promise<void>;
}

/**
 * Passes everything on to a port of this machine. While it is slow, each connection takes a round trip to open, every
 * piece of data half a round trip on top of its share of the line, and all connections share the line in each direction.
 * Unlike the throttling of the browser's own tools this also holds for what a service worker fetches.
 */
export async function openLine(toPort: number, { bytesPerSecond, roundTripMs } = SLOW_3G): Promise<Line> {
	let isSlow = false;
	const sockets = new Set<Socket>();

	/** When the line of one direction is free again, for all connections. */
	function direction(): (from: Socket, to: Socket) => void {
		let free = 0;
		return (from, to) => {
			/** Pieces arrive in the order they were sent. */
			let last = Promise.resolve();
			from.on('data', (data: Buffer) => {
				const now = performance.now();
				free = Math.max(free, now) + (isSlow ? (data.length / bytesPerSecond) * 1000 : 0);
				const arrives = isSlow ? free + roundTripMs / 2 - now : 0;
				from.pause();
				// The next piece is taken when the line is free again, not when this one has arrived.
				setTimeout(() => from.resume(), free - now);
				const waited = new Promise((resolve) => setTimeout(resolve, arrives));
				last = last.then(async () => {
					await waited;
					to.write(data);
				});
			});
			from.on('end', () => {
				last = last.then(() => void to.end());
			});
		};
	}
	const [up, down] = [direction(), direction()];

	const server = createServer((client) => {
		const target = connect(toPort, '127.0.0.1');
		for (const socket of [client, target]) {
			socket.setNoDelay(true);
			sockets.add(socket);
			socket.on('error', () => socket.destroy());
			socket.on('close', () => sockets.delete(socket));
		}
		client.on('close', () => target.destroy());
		setTimeout(() => up(client, target), isSlow ? roundTripMs : 0);
		down(target, client);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const place = server.address();
	if (place === null || typeof place === 'string') throw new Error('The line has no port.');
	return {
		address: `http://localhost:${place.port}`,
		setSlow: (slow) => {
			isSlow = slow;
			for (const socket of sockets) socket.destroy();
		},
		close: async () => {
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			for (const socket of sockets) socket.destroy();
			await closed;
		}
	};
}
