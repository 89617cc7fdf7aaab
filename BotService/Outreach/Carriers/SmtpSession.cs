using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using SupportBot.Conversations.Outbox;

namespace SupportBot.Outreach.Carriers;

/// <summary>
/// A talk with a mail server (RFC 5321), one command after the other. It knows whether a message has left, and so tells a failure before from
/// one after: what was sent and not answered may have arrived.
/// </summary>
internal sealed class SmtpSession : IAsyncDisposable
{
    private const int LongestReply = 64 * 1024;

    private readonly EmailOptions options;
    private readonly TcpClient client = new();
    private readonly byte[] buffer = new byte[4096];
    private Stream stream = Stream.Null;
    private int filled;
    private int read;

    private SmtpSession(EmailOptions options) => this.options = options;

    /// <summary>Opens a session that is ready for messages.</summary>
    /// <exception cref="SmtpRefusedException">The server does not want to talk with us.</exception>
    public static async Task<SmtpSession> OpenAsync(EmailOptions options, CancellationToken cancellation)
    {
        SmtpSession session = new(options);
        try
        {
            await session.GreetAsync(cancellation);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Hands one message over.</summary>
    public async Task<Delivery> SendAsync(Email mail, CancellationToken cancellation)
    {
        bool left = false;
        try
        {
            await CommandAsync($"MAIL FROM:<{Address(mail.From)}>", 250, cancellation);
            await CommandAsync($"RCPT TO:<{Address(mail.To)}>", 250, cancellation);
            await CommandAsync("DATA", 354, cancellation);
            string data = mail.Write();
            left = true;
            await WriteAsync($"{data}.\r\n", cancellation);
            (int code, string text) = await ReplyAsync(cancellation);
            return code == 250 ? new Delivery(DeliveryOutcome.Delivered, Receipt: text) : Refusal(code);
        }
        catch (SmtpRefusedException refused)
        {
            await ResetAsync(cancellation);
            return Refusal(refused.Code);
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException or TimeoutException or InvalidDataException)
        {
            IsBroken = true;
            return new Delivery(left ? DeliveryOutcome.Unknown : DeliveryOutcome.Postponed, error.GetType().Name);
        }
    }

    /// <summary>Whether nothing more can be sent through it.</summary>
    public bool IsBroken { get; private set; }

    public async ValueTask DisposeAsync()
    {
        if (client.Connected && !IsBroken)
        {
            try
            {
                await WriteAsync("QUIT\r\n", CancellationToken.None);
            }
            catch (Exception error) when (error is IOException or SocketException or TimeoutException or OperationCanceledException)
            {
                // It is being closed anyhow.
            }
        }

        await stream.DisposeAsync();
        client.Dispose();
    }

    // A refusal of 4yz may pass, one of 5yz is for good.
    private static Delivery Refusal(int code)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"SMTP {code}");
        return new Delivery(code is >= 500 and < 600 ? DeliveryOutcome.Refused : DeliveryOutcome.Postponed, name);
    }

    private static string Address(string address) =>
        address.Any(c => char.IsControl(c) || c is '<' or '>' or ' ') ? throw new SmtpRefusedException(553) : address;

    private async Task GreetAsync(CancellationToken cancellation)
    {
        using (CancellationTokenSource limit = Limit(cancellation))
        {
            await client.ConnectAsync(options.Host, options.Port, limit.Token);
        }

        stream = client.GetStream();
        if (options.Security == EmailSecurity.Tls)
        {
            await SecureAsync(cancellation);
        }

        await ExpectAsync(220, cancellation);
        string offers = await CommandAsync("EHLO localhost", 250, cancellation);
        if (options.Security == EmailSecurity.StartTls)
        {
            await CommandAsync("STARTTLS", 220, cancellation);
            await SecureAsync(cancellation);
            offers = await CommandAsync("EHLO localhost", 250, cancellation);
        }

        if (options.User.Length > 0)
        {
            await SignInAsync(offers, cancellation);
        }
    }

    private async Task SignInAsync(string offers, CancellationToken cancellation)
    {
        if (offers.Contains("PLAIN", StringComparison.OrdinalIgnoreCase))
        {
            await CommandAsync($"AUTH PLAIN {Base64($"\0{options.User}\0{options.Password}")}", 235, cancellation);
            return;
        }

        await CommandAsync("AUTH LOGIN", 334, cancellation);
        await CommandAsync(Base64(options.User), 334, cancellation);
        await CommandAsync(Base64(options.Password), 235, cancellation);
    }

    private async Task SecureAsync(CancellationToken cancellation)
    {
        // What was sent before the encryption began must not be taken for said within it.
        if (read < filled)
        {
            throw new InvalidDataException("The server spoke before the encryption began.");
        }

        SslStream secured = new(stream);
        using CancellationTokenSource limit = Limit(cancellation);
        await secured.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = options.Host }, limit.Token);
        stream = secured;
    }

    private async Task ResetAsync(CancellationToken cancellation)
    {
        try
        {
            await CommandAsync("RSET", 250, cancellation);
        }
        catch (Exception error) when (error is IOException or SocketException or TimeoutException or OperationCanceledException or SmtpRefusedException or InvalidDataException)
        {
            IsBroken = true;
        }
    }

    private async Task<string> CommandAsync(string command, int expected, CancellationToken cancellation)
    {
        await WriteAsync(command + "\r\n", cancellation);
        return await ExpectAsync(expected, cancellation);
    }

    private async Task<string> ExpectAsync(int expected, CancellationToken cancellation)
    {
        (int code, string text) = await ReplyAsync(cancellation);
        return code == expected || expected == 250 && code == 251 ? text : throw new SmtpRefusedException(code);
    }

    private async Task WriteAsync(string text, CancellationToken cancellation)
    {
        using CancellationTokenSource limit = Limit(cancellation);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), limit.Token);
        await stream.FlushAsync(limit.Token);
    }

    private async Task<(int Code, string Text)> ReplyAsync(CancellationToken cancellation)
    {
        using CancellationTokenSource limit = Limit(cancellation);
        StringBuilder text = new();
        while (true)
        {
            string line = await LineAsync(limit.Token);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out int code))
            {
                throw new InvalidDataException("The server's reply has no code.");
            }

            text.Append(line.AsSpan(Math.Min(4, line.Length))).Append('\n');
            if (line.Length == 3 || line[3] != '-')
            {
                return (code, text.ToString().Trim());
            }
        }
    }

    private async Task<string> LineAsync(CancellationToken cancellation)
    {
        StringBuilder line = new();
        while (true)
        {
            if (read == filled)
            {
                read = 0;
                filled = await stream.ReadAsync(buffer, cancellation);
                if (filled == 0)
                {
                    throw new EndOfStreamException();
                }
            }

            char c = (char)buffer[read++];
            if (c == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            if (line.Append(c).Length > LongestReply)
            {
                throw new InvalidDataException("The server's reply has no end.");
            }
        }
    }

    private CancellationTokenSource Limit(CancellationToken cancellation)
    {
        CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Timeout);
        return limit;
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}

/// <summary>The server has said no to one step.</summary>
internal sealed class SmtpRefusedException(int code) : Exception(string.Create(CultureInfo.InvariantCulture, $"SMTP {code}"))
{
    public int Code { get; } = code;
}
