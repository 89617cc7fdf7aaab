using System.Net.Http.Headers;
using System.Net.Sockets;

namespace SupportBot.Faults;

/// <summary>Sends each request to the next node in service; one that nobody took is handed to the node after it, as a balancer does.</summary>
internal sealed class RoundRobin(IEnumerable<Uri> nodes, Func<Uri, bool> inService) : DelegatingHandler(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2), PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5) })
{
    private static int starts;

    private readonly Uri[] nodes = [.. nodes];
    private int turn = Interlocked.Increment(ref starts);

    /// <summary>Goes with every request.</summary>
    public string? Token { get; set; }

    /// <summary>A client whose requests name no host of their own.</summary>
    public HttpClient Client() => new(this) { BaseAddress = new Uri("http://balancer/"), Timeout = TimeSpan.FromSeconds(10) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string path = request.RequestUri?.PathAndQuery ?? "/";
        request.Headers.Authorization = Token is null ? request.Headers.Authorization : new AuthenticationHeaderValue("Bearer", Token);
        for (int attempt = 1; ; attempt++)
        {
            Uri node = Next();
            request.RequestUri = new Uri(node, path);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException error) when (attempt < nodes.Length && error.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
            {
                // Nothing has been sent: another may have it.
            }
        }
    }

    private Uri Next()
    {
        Uri[] serving = [.. nodes.Where(inService)];
        return serving[(Interlocked.Increment(ref turn) & int.MaxValue) % serving.Length];
    }
}
