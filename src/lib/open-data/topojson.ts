import type { AreaGeometry, AreaTopology, UnitsTopology } from '../territories/topology.ts';
import type { Topology } from 'topojson-specification';

/** An area of a chosen topology: its record beside its outline. */
type DescribedArea = AreaGeometry & { properties: object };

/**
 * Some areas of a topology as one of their own: only the arcs that they are made of, numbered anew.
 * @param name of the object that holds them; that of the result, too
 * @param records by the code that is the id of an area; areas without a record are left out
 */
export function chosenAreas<Name extends keyof UnitsTopology['objects']>(
	topology: AreaTopology<Name>,
	name: Name,
	records: ReadonlyMap<string, object>
): Omit<Topology, 'objects'> & {
	objects: Record<string, { type: 'GeometryCollection'; geometries: DescribedArea[] }>;
} {
	const numbers = new Map<number, number>();
	const renumbered = (reference: number): number => {
		const arc = reference < 0 ? ~reference : reference;
		const number = numbers.get(arc) ?? numbers.size;
		numbers.set(arc, number);
		return reference < 0 ? ~number : number;
	};
	const geometries = topology.objects[name].geometries.flatMap((area): DescribedArea[] => {
		const properties = records.get(area.id);
		if (properties === undefined) return [];
		const { id } = area;
		return area.type === 'Polygon'
			? [{ type: area.type, id, properties, arcs: area.arcs.map((ring) => ring.map(renumbered)) }]
			: [
					{
						...{ type: area.type, id, properties },
						arcs: area.arcs.map((rings) => rings.map((ring) => ring.map(renumbered)))
					}
				];
	});
	const { transform } = topology;
	return {
		type: 'Topology',
		...(transform && { transform }),
		objects: { [name]: { type: 'GeometryCollection', geometries } },
		arcs: [...numbers.keys()].map((arc) => topology.arcs[arc] ?? [])
	};
}
