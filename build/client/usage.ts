// What a client written against the contract relies on. It is compiled, never run: when it stops compiling, the contract broke.
import createClient from "openapi-fetch";
import type { paths, components } from "./v31.js";
import type { paths as paths30 } from "./v30.js";

const api = createClient<paths>({ baseUrl: "http://localhost:5080" });
const older = createClient<paths30>({ baseUrl: "http://localhost:5080" });

type Household = components["schemas"]["HouseholdView"];

export async function register(body: components["schemas"]["HouseholdBody"], key: string): Promise<Household> {
  const { data, error } = await api.POST("/api/v1/households", {
    body,
    params: { header: { "Idempotency-Key": key } },
  });
  if (error) throw new Error(error.type ?? "unknown");
  return data;
}

export async function declare(household: Household): Promise<string> {
  const { data, error } = await api.PUT("/api/v1/households/{id}/means", {
    params: { path: { id: household.id }, header: { "If-Match": `"${household.version}"` } },
    body: { income: [{ kind: "wage", yearlyFen: 1_200_000 }], assets: [] },
  });
  if (error) throw new Error(error.title ?? "unknown");
  const file: string = data.fileNumber;
  return file;
}

export async function files(division: string): Promise<string[]> {
  const numbers: string[] = [];
  let after: string | null | undefined;
  do {
    const { data } = await older.GET("/api/v1/households", { params: { query: { division, limit: 200, ...(after ? { after } : {}) } } });
    if (!data) break;
    numbers.push(...data.items.map((h) => h.fileNumber));
    after = data.next;
  } while (after);
  return numbers;
}

export async function confirm(application: string): Promise<number> {
  // @ts-expect-error a decision needs an Idempotency-Key
  const wrong = api.POST("/api/v1/applications/{id}/confirmation", { params: { path: { id: application } } });
  void wrong;
  const { response } = await api.GET("/api/v1/applications/{id}", { params: { path: { id: application } } });
  return response.status;
}
