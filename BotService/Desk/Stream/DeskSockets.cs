using System.Collections.Concurrent;
using SupportBot.Access;

namespace SupportBot.Desk.Stream;

/// <summary>The desk's open sockets on this node.</summary>
internal sealed class DeskSockets
{
    private const int MostOfOneAgent = 20;

    private readonly ConcurrentDictionary<DeskSocket, byte> open = [];

    /// <summary>Who has a socket here.</summary>
    public IReadOnlyCollection<string> Agents => [.. open.Keys.Select(socket => socket.Member.Id).Distinct()];

    public bool HasSupervisors => open.Keys.Any(socket => socket.Member.May(Permission.DeskSupervise));

    /// <summary>Those of whom there was a sign since this was last asked.</summary>
    public IReadOnlyList<StaffMember> TakeActive() => [.. open.Keys.Where(socket => socket.TakeActivity()).Select(socket => socket.Member)];

    /// <summary>False when the agent has as many as one may.</summary>
    public bool TryAdd(DeskSocket socket) => open.Keys.Count(other => other.Member.Id == socket.Member.Id) < MostOfOneAgent && open.TryAdd(socket, 0);

    public void Remove(DeskSocket socket) => open.TryRemove(socket, out _);

    public void Wake(Func<DeskSocket, bool> concerned)
    {
        foreach (DeskSocket socket in open.Keys.Where(concerned))
        {
            socket.Wake();
        }
    }

    /// <summary>Shows something for a moment to the sockets it is meant for.</summary>
    public void Show(byte[] moment, Func<DeskSocket, bool> meant)
    {
        foreach (DeskSocket socket in open.Keys.Where(meant))
        {
            socket.Show(moment);
        }
    }
}
