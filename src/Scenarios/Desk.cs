using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Dibao.Scenarios;

/// <summary>Somebody at work: a subject, a role, a place.</summary>
internal sealed record Actor(string Subject, string Role, DivisionCode Division);

/// <summary>A step was refused that the story needs.</summary>
public sealed class StoryBroken(string message) : Exception(message);

/// <summary>
/// Sends the steps of a scenario over HTTP as clients do: with the actor's own token, and with a key made from scenario, step and
/// household, so that a step sent again after a cut changes nothing.
/// </summary>
internal sealed class Desk(IStage stage, string scenario) : IDisposable
{
    private const int Tries = 20;
    private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 8 }) { BaseAddress = new Uri(stage.Address, "/api/v1/"), Timeout = TimeSpan.FromMinutes(5) };
    private readonly Dictionary<Actor, string> tokens = [];

    public Task<JsonElement> Get(Actor? actor, string path, CancellationToken cancellation) => Send(actor, HttpMethod.Get, path, null, null, null, cancellation);

    public Task<JsonElement> Post(Actor? actor, string path, object body, string? step, CancellationToken cancellation) =>
        Send(actor, HttpMethod.Post, path, () => JsonContent.Create(body), step, null, cancellation);

    public Task<JsonElement> Put(Actor actor, string path, object body, string step, long version, CancellationToken cancellation) =>
        Send(actor, HttpMethod.Put, path, () => JsonContent.Create(body), step, version, cancellation);

    public Task<JsonElement> Upload(Actor actor, string path, string ndjson, CancellationToken cancellation) => Send(
        actor, HttpMethod.Post, path, () => new StringContent(ndjson, Encoding.UTF8, "application/x-ndjson"), null, null, cancellation);

    /// <summary>All items of a list, page by page.</summary>
    public async IAsyncEnumerable<JsonElement> All(Actor? actor, string path, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        for (string? next = ""; next is not null;)
        {
            var page = await Get(actor, next.Length == 0 ? path : $"{path}&after={Uri.EscapeDataString(next)}", cancellation);
            foreach (var item in page.GetProperty("items").EnumerateArray()) yield return item;
            next = page.GetProperty("next").GetString();
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<JsonElement> Send(
        Actor? actor, HttpMethod method, string path, Func<HttpContent>? content, string? step, long? version, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var request = new HttpRequestMessage(method, path) { Content = content?.Invoke() };
            if (actor is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token(actor));
            if (step is not null) request.Headers.Add("Idempotency-Key", $"{scenario}:{step}");
            if (version is not null) request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
            using var response = await http.SendAsync(request, cancellation);
            if (response.IsSuccessStatusCode)
                return response.StatusCode == HttpStatusCode.NoContent ? default : await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
            if (response.StatusCode == HttpStatusCode.TooManyRequests && attempt < Tries)
            {
                await Task.Delay(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1), cancellation);
                continue;
            }
            var problem = await response.Content.ReadAsStringAsync(cancellation);
            if (response.StatusCode == HttpStatusCode.Conflict && problem.Contains("request.contended", StringComparison.Ordinal) && attempt < Tries) continue;
            throw new StoryBroken($"{method} {path} as {actor?.Role ?? "public"} ({step}): {(int)response.StatusCode} {problem}");
        }
    }

    private string Token(Actor actor)
    {
        lock (tokens)
        {
            if (!tokens.TryGetValue(actor, out var token)) tokens[actor] = token = stage.Token(actor.Subject, actor.Role, actor.Division);
            return token;
        }
    }
}
