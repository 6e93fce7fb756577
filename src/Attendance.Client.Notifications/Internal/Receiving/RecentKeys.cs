using System.Security.Cryptography;
using System.Text;

namespace Attendance.Client.Notifications.Internal;

/// <summary>What was worked on lately, of which the oldest is forgotten where there is too much: sixteen bytes each.</summary>
internal sealed class RecentKeys(int capacity)
{
    private readonly Lock _lock = new();
    private readonly HashSet<UInt128> _keys = [];
    private readonly Queue<UInt128> _order = new();

    /// <summary>Notes a key, and returns false for one that is known.</summary>
    public bool TryAdd(string key)
    {
        var hash = Hash(key);
        lock (_lock)
        {
            if (!_keys.Add(hash))
                return false;

            _order.Enqueue(hash);
            while (_order.Count > capacity)
                _keys.Remove(_order.Dequeue());

            return true;
        }
    }

    /// <summary>Lets a key be new again, as what was done with it failed.</summary>
    public void Forget(string key)
    {
        lock (_lock)
            _keys.Remove(Hash(key));
    }

    private static UInt128 Hash(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
